//! Capacity: what each subnet needs at maximum scale, what it has, and why.

use leptos::prelude::*;

use crate::allocation::Utilisation;
use crate::azure::reserved;
use crate::domain::SubnetId;
use crate::ui::components::{Gauge, dynamic, live, memo, thousands};
use crate::ui::{Session, use_session};

/// How full a subnet is, live; `None` while it has no range.
pub fn utilisation(session: Session, subnet: SubnetId) -> Memo<Option<Utilisation>> {
    Memo::new(move |_| {
        session.analysis.with(|analysis| {
            Some(Utilisation {
                subnet,
                usable: reserved::usable(analysis.allocation.prefix(subnet)?),
                needed: analysis.demand.of(subnet).total(),
            })
        })
    })
}

/// A table of all subnets, with the reasons for each number.
#[component]
pub fn CapacityTable() -> impl IntoView {
    let session = use_session();
    let rows = session.field(|plan| {
        plan.subnets()
            .map(|(vnet, subnet)| (vnet.name.clone(), subnet.name.clone(), subnet.id))
            .collect::<Vec<_>>()
    });
    view! {
        <p class="hint">
            "Needed counts every compute at its maximum. Usable is the size less the 5 addresses that Azure keeps."
        </p>
        <div class="table-wrap mt">
            <table class="table">
                <caption class="vh">"Capacity of each subnet"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Subnet"</th>
                        <th scope="col">"Used"</th>
                        <th scope="col" class="num">
                            "Needed"
                        </th>
                        <th scope="col" class="num">
                            "Usable"
                        </th>
                        <th scope="col" class="num">
                            "Left"
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {dynamic(move || {
                        rows.get()
                            .into_iter()
                            .map(|(vnet, name, id)| view! { <Row vnet name id /> })
                            .collect_view()
                    })}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(vnet: String, name: String, id: SubnetId) -> impl IntoView {
    let session = use_session();
    let utilisation = utilisation(session, id);
    let prefix = move || {
        session.analysis.with(|analysis| {
            analysis
                .allocation
                .prefix(id)
                .map_or("no range".to_owned(), |p| p.to_string())
        })
    };
    let number = move |read: fn(Utilisation) -> u64| {
        utilisation
            .get()
            .map_or_else(|| "–".to_owned(), |row| thousands(read(row)))
    };
    let left = move || {
        utilisation.get().map_or_else(
            || "–".to_owned(),
            |row| match row.short() {
                0 => thousands(row.free()),
                short => format!("{} short", thousands(short)),
            },
        )
    };
    let lines = memo(move || {
        let demand = session.analysis.with(|analysis| analysis.demand.of(id));
        session.with(|plan| {
            demand
                .lines
                .into_iter()
                .map(|line| {
                    let name = plan
                        .name_of_occupant(line.item)
                        .unwrap_or_default()
                        .to_owned();
                    (line.addresses, name, line.explanation)
                })
                .collect::<Vec<_>>()
        })
    });
    view! {
        <tr>
            <th scope="row" class="wide">
                {name}
                <br />
                <span class="facts">{vnet} " · " {prefix}</span>
            </th>
            <td data-l="Used">
                <Gauge utilisation />
            </td>
            <td data-l="Needed" class="num">
                {dynamic(move || number(|row| row.needed))}
            </td>
            <td data-l="Usable" class="num">
                {dynamic(move || number(|row| row.usable))}
            </td>
            <td data-l="Left" class="num">
                {left}
            </td>
        </tr>
        <tr class="detail" hidden=live(move || lines.with(Vec::is_empty))>
            <td colspan="5">
                <ul class="lines">
                    {dynamic(move || {
                        lines
                            .get()
                            .into_iter()
                            .map(|(addresses, name, explanation)| {
                                view! {
                                    <li>
                                        <span class="num">{thousands(addresses)}</span>
                                        " "
                                        <span class="mono">{name}</span>
                                        " "
                                        {explanation}
                                    </li>
                                }
                            })
                            .collect_view()
                    })}
                </ul>
            </td>
        </tr>
    }
}
