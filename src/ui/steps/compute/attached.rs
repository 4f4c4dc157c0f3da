//! Virtual machines and `HDInsight` clusters that are attached to the workspace, and the SSH rule they need.

use leptos::prelude::*;

use super::clusters::free_compute_name;
use crate::domain::{
    AttachedCompute, AttachedId, AttachedKind, Item, NsgPreset, OperatingSystem, Placement, Plan,
    SubnetPurpose,
};
use crate::ui::components::{
    AddButton, ItemCard, Note, NumberField, Section, SelectField, TextField, When, each, live,
    word_options,
};
use crate::ui::steps::options;
use crate::ui::use_session;

/// The section.
#[component]
pub fn AttachedSection() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| plan.attached.iter().map(|a| a.id).collect::<Vec<_>>());
    let add = Callback::new(move |()| {
        session
            .add("Added an attached machine", |plan| {
                let id = AttachedId(plan.next_id());
                let subnet = plan
                    .subnets()
                    .find(|(_, subnet)| subnet.purpose == SubnetPurpose::VirtualMachines)
                    .map(|(_, subnet)| subnet.id);
                plan.attached.push(AttachedCompute {
                    id,
                    name: free_compute_name(plan, "vm-attached"),
                    placement: Placement::Existing,
                    vm_size: "Standard_DS3_v2".to_owned(),
                    nodes: 1,
                    ssh_port: 22,
                    admin_username: "azureuser".to_owned(),
                    subnet,
                    ..AttachedCompute::default()
                });
                id
            })
            .map(|id| Item::Attached(id).field("name"))
    });
    view! {
        <Section
            title="Attached VMs and HDInsight"
            lead="Machines that you made yourself. Azure ML drives them over SSH, so only Ubuntu can be attached."
        >
            <div class="stack">
                {each(ids, move |id| view! { <AttachedCard id /> }.into_any())}
                <AddButton label="Add an attached machine" add />
                <When test=live(move || !ids.with(Vec::is_empty))>
                    <SshRule />
                </When>
            </div>
        </Section>
    }
}

/// The rule, field by field, as the portal asks for it.
const SSH_RULE: &[(&str, &str, &str)] = &[
    (
        "Source",
        "Service Tag",
        "the rule names who may connect, not where from",
    ),
    (
        "Source service tag",
        "AzureMachineLearning",
        "the service that drives the machine",
    ),
    ("Source port ranges", "*", "clients use any port"),
    (
        "Destination",
        "Any",
        "the NSG stands on the machine's own subnet",
    ),
    (
        "Destination port ranges",
        "22",
        "SSH, or the port that the machine listens on",
    ),
    (
        "Protocol",
        "Any",
        "SSH is TCP; any is what the documentation asks for",
    ),
    ("Action", "Allow", ""),
];

#[component]
fn SshRule() -> impl IntoView {
    view! {
        <Note title="The SSH rule that attaching needs">
            <p>
                "On the NSG of the machine's subnet. The preset “"
                {crate::domain::Word::label(NsgPreset::AttachedCompute)}
                "” brings it; keep Azure's default outbound rules, too."
            </p>
            <div class="table-wrap">
                <table class="table">
                    <caption class="vh">"Fields of the SSH rule"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Field"</th>
                            <th scope="col">"Value"</th>
                            <th scope="col">"Why"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {SSH_RULE
                            .iter()
                            .map(|(field, value, why)| {
                                view! {
                                    <tr>
                                        <th scope="row">{*field}</th>
                                        <td class="mono" data-l="Value">
                                            {*value}
                                        </td>
                                        <td data-l="Why">{*why}</td>
                                    </tr>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        </Note>
    }
}

fn is(plan: &Plan, id: AttachedId, kind: AttachedKind) -> bool {
    plan.attached_compute(id)
        .is_some_and(|machine| machine.kind == kind)
}

#[component]
fn AttachedCard(id: AttachedId) -> impl IntoView {
    let session = use_session();
    let item = Item::Attached(id);
    let name = session.field(move |plan| {
        plan.attached_compute(id)
            .map(|a| a.name.clone())
            .unwrap_or_default()
    });
    let existing = session.field(move |plan| {
        plan.attached_compute(id)
            .is_some_and(|machine| machine.placement == Placement::Existing)
    });
    let hdinsight = session.field(move |plan| is(plan, id, AttachedKind::HdInsight));
    let summary = session.field(move |plan| {
        use crate::domain::Word;
        plan.attached_compute(id)
            .map(|a| a.kind.label().to_owned())
            .unwrap_or_default()
    });
    view! {
        <ItemCard item name kind="machine" summary>
            <div class="grid">
                <TextField
                    label="Compute name"
                    bound=bind!(text session, item, attached_compute(id) / attached_compute_mut, name)
                />
                <SelectField
                    label="Kind"
                    bound=bind!(word session, item, attached_compute(id) / attached_compute_mut, kind)
                    options={word_options::<AttachedKind>()}
                />
                <SelectField
                    label="Operating system"
                    bound=bind!(word session, item, attached_compute(id) / attached_compute_mut, os)
                    options={word_options::<OperatingSystem>()}
                />
                <SelectField
                    label="Subnet"
                    bound=bind!(id session, item, attached_compute(id) / attached_compute_mut, subnet)
                    options=options::machine_subnets()
                />
                <SelectField
                    label="Deployment"
                    bound=bind!(word session, item, attached_compute(id) / attached_compute_mut, placement)
                    options={word_options::<Placement>()}
                />
                <NumberField
                    label="SSH port"
                    bound=bind!(number session, item, attached_compute(id) / attached_compute_mut, ssh_port)
                />
                <TextField
                    label="Administrator"
                    bound=bind!(text session, item, attached_compute(id) / attached_compute_mut, admin_username)
                    hint="For SSH. Keys and passwords are asked for at deployment, never stored here."
                />
                <When test=live(move || !existing.get())>
                    <TextField
                        label="VM size"
                        bound=bind!(text session, item, attached_compute(id) / attached_compute_mut, vm_size)
                    />
                </When>
                <When test=live(move || hdinsight.get())>
                    <NumberField
                        label="Nodes"
                        bound=bind!(number session, item, attached_compute(id) / attached_compute_mut, nodes)
                        hint="Head, worker, gateway and ZooKeeper nodes together."
                    />
                </When>
            </div>
            <When test=live(move || existing.get())>
                <TextField
                    label="Resource id"
                    bound=bind!(text session, item, attached_compute(id) / attached_compute_mut, resource_id)
                    hint="Of the machine that exists."
                    placeholder="/subscriptions/…/virtualMachines/…"
                />
            </When>
        </ItemCard>
    }
}
