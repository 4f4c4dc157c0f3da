//! The blocks of a VNet in the order of their addresses: for each entry of its address space a bar and a table.
//!
//! What can be done to a block is a part of its own (`components`), which the address map has, too.

use leptos::prelude::*;

use crate::azure::reserved;
use crate::domain::{Item, Placement, Plan, Prefix, Vnet, VnetId};
use crate::readdress::{self, Holder};
use crate::ui::components::{
    Badge, Hand, Icon, OpenPart, Part, PartChanges, Tone, When, dynamic, live, memo, press,
    thousands,
};
use crate::ui::use_session;

/// An entry of the address space, or what lies outside of all of them.
#[derive(Clone, PartialEq)]
struct Group {
    /// The entry with its position.
    entry: Option<(usize, Prefix)>,
    rows: Vec<Row>,
}

/// A block.
#[derive(Clone, PartialEq)]
struct Row {
    part: Part,
    prefix: Prefix,
    /// Name of the subnet; blank for a free block.
    name: String,
    /// How the subnet came to its place.
    state: &'static str,
}

impl Row {
    fn is_free(&self) -> bool {
        matches!(self.part, Part::Free(..))
    }
}

/// The blocks of a VNet by entries, live.
fn groups(hand: Hand, vnet: VnetId) -> Memo<Vec<Group>> {
    let session = use_session();
    memo(move || {
        session.with(|plan| {
            let Some(vnet) = plan.vnet(vnet) else {
                return Vec::new();
            };
            let blocks = session.analysis.with(|analysis| {
                hand.cuts
                    .with(|cuts| readdress::blocks(vnet, &analysis.allocation, cuts))
            });
            let entries = vnet.address_space.iter().enumerate();
            let mut groups: Vec<Group> = entries
                .filter_map(|(index, text)| Some((index, text.prefix()?)))
                .map(|entry| Group {
                    entry: Some(entry),
                    rows: Vec::new(),
                })
                .collect();
            groups.push(Group {
                entry: None,
                rows: Vec::new(),
            });
            for block in blocks {
                let own = |group: &&mut Group| group.entry.map(|(index, _)| index) == block.entry;
                if let Some(group) = groups.iter_mut().find(own) {
                    group.rows.push(row(plan, vnet, block));
                }
            }
            groups.retain(|group| group.entry.is_some() || !group.rows.is_empty());
            groups
        })
    })
}

fn row(plan: &Plan, vnet: &Vnet, block: readdress::Block) -> Row {
    let prefix = block.prefix;
    match block.holder {
        Holder::Free => Row {
            part: Part::Free(vnet.id, prefix),
            prefix,
            name: String::new(),
            state: "",
        },
        Holder::Subnet(id) => {
            let subnet = plan.subnet(id);
            let exists = vnet.placement == Placement::Existing
                || subnet.is_some_and(|it| it.placement == Placement::Existing);
            let state = match subnet.map(|it| it.prefix.is_blank()) {
                _ if exists => "exists",
                Some(true) => "sized for you",
                _ => "pinned",
            };
            let name = subnet.map(|it| it.name.trim()).filter(|it| !it.is_empty());
            Row {
                part: Part::Subnet(id),
                prefix,
                name: name.unwrap_or("subnet without a name").to_owned(),
                state,
            }
        }
    }
}

/// The button that shows the blocks of a VNet, and the blocks.
#[component]
pub fn ByHand(
    /// The VNet.
    vnet: VnetId,
) -> impl IntoView {
    let toggle = format!("hand-{}", vnet.0);
    let hand = Hand::new(toggle.clone());
    let shown = RwSignal::new(false);
    view! {
        <div class="hand">
            <button
                type="button"
                class="btn small quiet"
                id=toggle
                aria-expanded=live(move || shown.get().to_string())
                on:click=press(move |_| shown.update(|shown| *shown = !*shown))
            >
                <Icon name="chev" />
                "Edit by hand"
            </button>
            <When test=live(move || shown.get())>
                <Blocks hand vnet />
            </When>
        </div>
    }
}

/// All blocks of a VNet.
#[component]
fn Blocks(
    /// What is seen.
    hand: Hand,
    /// The VNet.
    vnet: VnetId,
) -> impl IntoView {
    let session = use_session();
    let groups = groups(hand, vnet);
    let name = session.field(move |plan| {
        let vnet = plan.vnet(vnet);
        vnet.map(|vnet| vnet.name.clone()).unwrap_or_default()
    });
    view! {
        <section class="division" aria-label=live(move || format!("Blocks of {}", name.get()))>
            {dynamic(move || {
                let groups = groups.get();
                if groups.is_empty() {
                    return view! {
                        <p class="hint">"Write an address space first, such as 10.20.0.0/16."</p>
                    }
                        .into_any();
                }
                groups.into_iter().map(|group| view! { <GroupView hand vnet group /> }).collect_view().into_any()
            })}
        </section>
    }
}

#[component]
fn GroupView(hand: Hand, vnet: VnetId, group: Group) -> impl IntoView {
    let title = group.entry.map_or_else(
        || "Outside the address space".to_owned(),
        |(_, prefix)| prefix.to_string(),
    );
    let caption = format!("Blocks of {title}, in the order of their addresses");
    let facts = group.entry.map(|(_, entry)| {
        let free = group.rows.iter().filter(|row| row.is_free());
        let free: u64 = free.map(|row| row.prefix.size()).sum();
        format!(
            "{} addresses, {} free",
            thousands(entry.size()),
            thousands(free)
        )
    });
    let head = group.entry.map(|(index, entry)| {
        let part = Part::Entry(vnet, index);
        view! {
            <OpenPart hand part name=entry.to_string() />
        }
    });
    let changes = group
        .entry
        .map(|(index, _)| view! { <PartChanges hand part=Part::Entry(vnet, index) /> });
    let bar = group.entry.map(|_| bar(hand, &group.rows));
    view! {
        <div class="division-entry">
            <div class="spread">
                <div>
                    <h4 class=group.entry.map(|_| "mono")>{title}</h4>
                    <p class="hint">{facts}</p>
                </div>
                {head}
            </div>
            {changes}
            {bar}
            <div class="table-wrap">
                <table class="table blocks">
                    <caption class="vh">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Block"</th>
                            <th scope="col">"What lies there"</th>
                            <th scope="col" class="num">
                                "Usable"
                            </th>
                            <th scope="col">
                                <span class="vh">"By hand"</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {group
                            .rows
                            .into_iter()
                            .map(|row| view! { <BlockRow hand row /> })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        </div>
    }
}

/// The blocks of an entry, side by side: wider the larger, but not to scale, as a /27 in a /16 would be a line.
fn bar(hand: Hand, rows: &[Row]) -> AnyView {
    let parts = rows
        .iter()
        .map(|row| {
            let part = row.part;
            view! {
                <i
                    class:free=row.is_free()
                    class:on=live(move || hand.is_open(part))
                    style=format!("flex-grow:{}", row.prefix.size().ilog2().max(1))
                ></i>
            }
        })
        .collect_view();
    view! {
        <div class="division-bar" aria-hidden="true">
            {parts}
        </div>
    }
    .into_any()
}

#[component]
fn BlockRow(hand: Hand, row: Row) -> impl IntoView {
    let session = use_session();
    let (part, prefix) = (row.part, row.prefix);
    let range = format!("{} – {}", prefix.first(), prefix.last());
    let what = match part {
        Part::Subnet(id) => {
            let subject = Item::Subnet(id).field("name");
            view! {
                <button
                    type="button"
                    class="why link"
                    on:click=press(move |_| session.go_to(subject))
                >
                    {row.name.clone()}
                </button>
                " "
                <Badge text=row.state tone=Signal::stored(Tone::Plain) />
            }
            .into_any()
        }
        _ => view! { <span class="muted">"Free"</span> }.into_any(),
    };
    let called = match part {
        Part::Subnet(_) => format!("{}, {prefix}", row.name),
        _ => format!("free block {prefix}"),
    };
    view! {
        <tr class:free=row.is_free() class:on=live(move || hand.is_open(part))>
            <th scope="row" data-l="Block">
                <span class="mono">{prefix.to_string()}</span>
                <br />
                <span class="facts">{range}</span>
            </th>
            <td data-l="What lies there">{what}</td>
            <td class="num" data-l="Usable">
                {thousands(reserved::usable(prefix))}
            </td>
            <td class="end">
                <OpenPart hand part name=called />
            </td>
        </tr>
        {dynamic(move || {
            hand.is_open(part)
                .then(|| {
                    view! {
                        <tr class="detail on">
                            <td colspan="4" class="wide">
                                <PartChanges hand part />
                            </td>
                        </tr>
                    }
                })
        })}
    }
}
