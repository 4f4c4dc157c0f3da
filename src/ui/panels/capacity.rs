//! Capacity: what each subnet needs at maximum scale, what it has, and why.

use leptos::prelude::*;

use crate::allocation::{PlanCapacity, SubnetCapacity, Utilisation, plan_capacity};
use crate::azure::reserved;
use crate::domain::{Plan, SubnetId};
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

/// Everything that is counted about the plan, live.
fn counted(session: Session) -> Memo<PlanCapacity> {
    memo(move || {
        session.analysis.with(|analysis| {
            session.with(|plan| plan_capacity(plan, &analysis.demand, &analysis.allocation))
        })
    })
}

/// A table of all subnets, with the reasons for each number, then VNets, AKS clusters and hidden resources.
#[component]
pub fn CapacityTable() -> impl IntoView {
    let session = use_session();
    let capacity = counted(session);
    let rows = session.field(|plan| {
        plan.subnets()
            .map(|(vnet, subnet)| (vnet.name.clone(), subnet.name.clone(), subnet.id))
            .collect::<Vec<_>>()
    });
    view! {
        <p class="hint">
            "Needed counts every compute at its maximum. Usable is the size less the 5 addresses that Azure keeps. Free now is what is left while everything runs at its minimum."
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
                            "Free now"
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
                            .map(|(vnet, name, id)| view! { <Row vnet name id capacity /> })
                            .collect_view()
                    })}
                </tbody>
            </table>
        </div>
        <Totals capacity />
    }
}

/// What ends growth beyond one subnet: VNets, AKS clusters, and what Azure adds by itself.
#[component]
fn Totals(capacity: Memo<PlanCapacity>) -> impl IntoView {
    let session = use_session();
    let lines = memo(move || capacity.with(|capacity| session.with(|plan| totals(plan, capacity))));
    view! {
        <ul class="totals" hidden=live(move || lines.with(Vec::is_empty))>
            {dynamic(move || {
                lines
                    .get()
                    .into_iter()
                    .map(|(name, text)| {
                        view! {
                            <li>
                                <b class="mono">{name}</b>
                                " "
                                {text}
                            </li>
                        }
                    })
                    .collect_view()
            })}
        </ul>
    }
}

/// One line for each VNet, each AKS cluster, and hidden resources.
fn totals(plan: &Plan, capacity: &PlanCapacity) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for vnet in &capacity.vnets {
        let name = plan.vnet(vnet.vnet).map(|it| it.name.clone());
        let largest = vnet.free.iter().min_by_key(|block| block.length());
        let free = largest.map_or_else(
            || "no free block".to_owned(),
            |block| format!("largest free block {block}"),
        );
        lines.push((
            name.unwrap_or_default(),
            format!(
                "{} addresses, {} in no subnet, {free}; {} of the {} that Azure gives out in one VNet needed.",
                thousands(vnet.size),
                thousands(vnet.unassigned),
                thousands(vnet.most),
                thousands(vnet.limit)
            ),
        ));
    }
    for cluster in &capacity.clusters {
        let name = plan.aks_cluster(cluster.aks).map(|it| it.name.clone());
        let pods = cluster.pod_range.map_or_else(String::new, |range| {
            format!(
                "; its pod range serves {} nodes, a /{} is needed",
                thousands(range.nodes),
                range.needed
            )
        });
        lines.push((
            name.unwrap_or_default(),
            format!(
                "{} nodes at most with surge, of {} that AKS allows{pods}.",
                thousands(cluster.most),
                thousands(cluster.limit)
            ),
        ));
    }
    let hidden = &capacity.hidden;
    if !hidden.owners.is_empty() {
        let quotas: Vec<String> = hidden
            .quotas
            .iter()
            .map(|quota| {
                let left = quota
                    .left
                    .map_or_else(String::new, |left| format!(" of {} left", thousands(left)));
                format!("{} × {}{left}", thousands(quota.needed), quota.what)
            })
            .collect();
        lines.push((
            "Public IP computes".to_owned(),
            format!(
                "{} in the plan; each brings along {}. Quota: {}.",
                hidden.owners.len(),
                hidden.each.join(", "),
                quotas.join(", ")
            ),
        ));
    }
    lines
}

#[component]
fn Row(vnet: String, name: String, id: SubnetId, capacity: Memo<PlanCapacity>) -> impl IntoView {
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
    let room = memo(move || {
        capacity.with(|capacity| capacity.subnets.iter().find(|it| it.subnet == id).cloned())
    });
    let free_now = move || {
        room.with(|room| match room {
            Some(room) if room.prefix.is_some() => thousands(room.free_now()),
            _ => "–".to_owned(),
        })
    };
    let fits = move || {
        room.with(|room| {
            let fits = room
                .as_ref()
                .map_or(&[][..], |room: &SubnetCapacity| &room.fits);
            let sentences = fits.iter().map(|fit| fit.sentence.clone());
            sentences
                .map(|sentence| view! { <li class="fit">{sentence}</li> })
                .collect_view()
        })
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
            <td data-l="Free now" class="num">
                {dynamic(free_now)}
            </td>
            <td data-l="Left" class="num">
                {left}
            </td>
        </tr>
        <tr class="detail" hidden=live(move || lines.with(Vec::is_empty))>
            <td colspan="6">
                <ul class="lines">
                    {dynamic(move || {
                        lines
                            .get()
                            .into_iter()
                            .map(|(addresses, name, explanation)| {
                                view! {
                                    <li>
                                        {(addresses > 0)
                                            .then(|| {
                                                view! { <span class="num">{thousands(addresses)}</span> }
                                            })}
                                        " "
                                        <span class="mono">{name}</span>
                                        " "
                                        {explanation}
                                    </li>
                                }
                            })
                            .collect_view()
                    })}
                    {dynamic(fits)}
                </ul>
            </td>
        </tr>
    }
}
