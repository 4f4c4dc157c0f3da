//! All rules that an NSG has, in the order in which Azure looks at them, and where each comes from.

use leptos::prelude::*;

use crate::azure::limits::PRIORITIES;
use crate::domain::{Access, NsgId, Word};
use crate::flow::default_rules;
use crate::flow::presets::{EffectiveRule, effective_rules};
use crate::ui::components::{Icon, dynamic};
use crate::ui::use_session;

fn joined(values: &[String]) -> String {
    if values.is_empty() {
        "*".to_owned()
    } else {
        values.join(", ")
    }
}

/// The rules in effect, folded away.
#[component]
pub fn EffectiveRules(id: NsgId) -> impl IntoView {
    let session = use_session();
    let rules = Memo::new(move |_| {
        let prefixes = session.prefixes();
        let mut rules = session.with(|plan| effective_rules(plan, &prefixes, id));
        let own = rules.len();
        rules.extend(default_rules());
        rules.sort_by_key(|it| (it.rule.direction, it.rule.priority));
        (own, rules)
    });
    view! {
            <details class="more">
                <summary>
                    <Icon name="chev" />
                    {dynamic(move || match rules.with(|(own, _)| *own) {
                        0 => "Rules in effect: Azure's defaults only".to_owned(),
                        1 => "Rules in effect: 1, and Azure's defaults".to_owned(),
                        own => format!("Rules in effect: {own}, and Azure's defaults"),
                    })}
                </summary>
                <div class="table-wrap">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col" class="num">
                                    "Priority"
                                </th>
                                <th scope="col">"Name"</th>
                                <th scope="col">"Direction"</th>
                                <th scope="col">"Source"</th>
                                <th scope="col">"Destination"</th>
                                <th scope="col">"Ports"</th>
                                <th scope="col">"Access"</th>
                                <th scope="col">"From"</th>
                            </tr>
                        </thead>
                        <tbody>
                            {dynamic(move || rules.get().1.into_iter().map(effective_row).collect_view())}
                        </tbody>
                    </table>
                </div>
            </details>
    }
}

fn effective_row(effective: EffectiveRule) -> impl IntoView {
    let EffectiveRule { rule, fact } = effective;
    let from = match fact {
        None => "You",
        Some(_) if !PRIORITIES.value.contains(&rule.priority) => "Azure",
        Some(_) => "Preset",
    };
    let ports = format!(
        "{} {}",
        rule.protocol.label(),
        joined(&rule.destination_ports)
    );
    view! {
        <tr class:deny=rule.access == Access::Deny>
            <td class="num" data-l="Priority">
                {rule.priority}
            </td>
            <td data-l="Name">{rule.name}</td>
            <td data-l="Direction">{rule.direction.label()}</td>
            <td class="mono" data-l="Source">
                {joined(&rule.sources)}
            </td>
            <td class="mono" data-l="Destination">
                {joined(&rule.destinations)}
            </td>
            <td class="mono" data-l="Ports">
                {ports}
            </td>
            <td data-l="Access">{rule.access.label()}</td>
            <td data-l="From">{from}</td>
        </tr>
    }
}
