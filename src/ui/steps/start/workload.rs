//! A plan from a few answers about the workload: how many of what, and what stands on-premises.

use leptos::prelude::*;

use crate::azure::regions;
use crate::brief::{AksBrief, Brief, Egress, Planned, plan_from};
use crate::domain::{Cloud, NetworkMode, OnPremises, PrefixText};
use crate::ui::chrome::drop;
use crate::ui::components::{Icon, Note, Section, Tone, When, dynamic, live, press};
use crate::ui::use_session;

/// The answers as typed. They stay while the app is open, wherever the person goes in between.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Typed {
    region: String,
    gpu: String,
    cpu: String,
    instances: String,
    batch: String,
    aks: bool,
    aks_min: String,
    aks_max: String,
    on_premises: String,
    jump_host: bool,
    firewall: bool,
}

impl Default for Typed {
    fn default() -> Self {
        let text = str::to_owned;
        Self {
            region: text("westeurope"),
            gpu: text("20"),
            cpu: text("0"),
            instances: text("3"),
            batch: text("8"),
            aks: false,
            aks_min: text("5"),
            aks_max: text("15"),
            on_premises: String::new(),
            jump_host: true,
            firewall: false,
        }
    }
}

/// The answers of this session.
#[derive(Clone, Copy)]
pub struct Answers(RwSignal<Typed>);

impl Default for Answers {
    fn default() -> Self {
        Self(RwSignal::new(Typed::default()))
    }
}

/// The brief that the answers make.
fn brief(typed: &Typed) -> Result<Brief, String> {
    let number = |label: &str, text: &str| match text.trim() {
        "" => Ok(0),
        text => text
            .parse::<u32>()
            .map_err(|_| format!("{label}: “{text}” is no whole number.")),
    };
    let prefixes = typed
        .on_premises
        .split([',', ';', ' '])
        .filter(|text| !text.trim().is_empty())
        .map(PrefixText::new)
        .collect();
    let aks = if typed.aks {
        Some(AksBrief {
            min_nodes: number("AKS nodes at least", &typed.aks_min)?,
            max_nodes: number("AKS nodes at most", &typed.aks_max)?,
            network_mode: NetworkMode::Overlay,
        })
    } else {
        None
    };
    Ok(Brief {
        region: typed.region.clone(),
        gpu_nodes: number("GPU nodes", &typed.gpu)?,
        cpu_nodes: number("CPU nodes", &typed.cpu)?,
        instances: number("Compute instances", &typed.instances)?,
        batch_nodes: number("Batch scoring nodes", &typed.batch)?,
        aks,
        jump_host: typed.jump_host,
        egress: if typed.firewall {
            Egress::Firewall
        } else {
            Egress::NatGateway
        },
        on_premises: OnPremises {
            prefixes,
            ..OnPremises::default()
        },
        ..Brief::default()
    })
}

fn planned(typed: &Typed) -> Result<Planned, String> {
    plan_from(&brief(typed)?).map_err(|error| error.to_string())
}

/// The section: answers, and what they lead to.
#[component]
pub fn Workload() -> impl IntoView {
    let session = use_session();
    let answers = use_context::<Answers>().unwrap_or_default().0;
    let result = Memo::new(move |_| answers.with(planned));
    let make = move |_| {
        if let Ok(planned) = result.get_untracked() {
            drop::open_new(session, "Made a plan from the workload", &planned.plan);
        }
    };
    view! {
        <Section
            title="Start from the workload"
            lead="Say how many of what. Every range is sized for the maximum with room to double, clear of your networks on-premises, and explained."
            id="workload"
        >
            <div class="grid col-10">
                <Region answers />
                <Answer answers id="gpu" label="GPU nodes" hint="At most, all at once" of=|it| &mut it.gpu />
                <Answer answers id="cpu" label="CPU nodes" hint="At most" of=|it| &mut it.cpu />
                <Answer answers id="instances" label="Compute instances" hint="One a person" of=|it| &mut it.instances />
                <Answer answers id="batch" label="Batch scoring nodes" hint="0 for no batch endpoint" of=|it| &mut it.batch />
                <Answer
                    answers
                    id="premises"
                    label="On-premises ranges"
                    hint="Such as 10.0.0.0/12"
                    of=|it| &mut it.on_premises
                />
            </div>
            <div class="checks mt">
                <Choice answers id="jump" label="People come in through Bastion and a jump host" of=|it| &mut it.jump_host />
                <Choice answers id="firewall" label="A hub with Azure Firewall instead of a NAT gateway" of=|it| &mut it.firewall />
                <Choice answers id="aks" label="AKS for online inference" of=|it| &mut it.aks />
            </div>
            <When test=live(move || answers.with(|it| it.aks))>
                <div class="grid col-10 mt">
                    <Answer answers id="aks-min" label="AKS nodes at least" hint="All pools" of=|it| &mut it.aks_min />
                    <Answer answers id="aks-max" label="AKS nodes at most" hint="Beside those of an upgrade" of=|it| &mut it.aks_max />
                </div>
            </When>
            <Outcome result />
            <div class="row mt">
                <button
                    type="button"
                    class="btn primary"
                    aria-disabled=live(move || result.with(Result::is_err).then_some("true"))
                    on:click=press(make)
                >
                    "Make the plan"
                    <Icon name="right" />
                </button>
            </div>
        </Section>
    }
}

/// The ranges that the plan will have, or why there is none.
#[component]
fn Outcome(result: Memo<Result<Planned, String>>) -> impl IntoView {
    dynamic(move || match result.get() {
        Ok(planned) => view! {
            <details class="more mt">
                <summary>
                    <Icon name="chev" />
                    {format!("{} ranges, and why", planned.reasons.len())}
                </summary>
                <ul class="reasons">
                    {planned
                        .reasons
                        .into_iter()
                        .map(|reason| view! { <li>{reason}</li> })
                        .collect_view()}
                </ul>
            </details>
        }
        .into_any(),
        Err(reason) => view! {
            <div class="mt" role="status">
                <Note title="No plan can be made from this yet" tone=Tone::Error>
                    <p>{reason}</p>
                </Note>
            </div>
        }
        .into_any(),
    })
}

#[component]
fn Region(answers: RwSignal<Typed>) -> impl IntoView {
    let chosen = Memo::new(move |_| answers.with(|it| it.region.clone()));
    view! {
        <div class="field">
            <label for="brief-region">"Region"</label>
            <p class="hint">"Of everything"</p>
            <select
                class="in"
                id="brief-region"
                on:change:target=move |event| {
                    let region = event.target().value();
                    answers.update(|it| it.region = region);
                }
            >
                {regions::of(Cloud::Public)
                    .map(|region| {
                        view! {
                            <option
                                value=region.name
                                selected=live(move || chosen.with(|it| it == region.name))
                            >
                                {region.display}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

#[component]
fn Answer(
    answers: RwSignal<Typed>,
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    of: fn(&mut Typed) -> &mut String,
) -> impl IntoView {
    let value = Memo::new(move |_| {
        let mut typed = answers.get();
        std::mem::take(of(&mut typed))
    });
    let id = format!("brief-{id}");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <p class="hint" id=format!("{id}-h")>
                {hint}
            </p>
            <input
                class="in mono"
                id=id.clone()
                autocomplete="off"
                spellcheck="false"
                aria-describedby=format!("{id}-h")
                prop:value=live(move || value.get())
                on:input:target=move |event| {
                    let text = event.target().value();
                    answers.update(|typed| *of(typed) = text);
                }
            />
        </div>
    }
}

#[component]
fn Choice(
    answers: RwSignal<Typed>,
    id: &'static str,
    label: &'static str,
    of: fn(&mut Typed) -> &mut bool,
) -> impl IntoView {
    let id = format!("brief-{id}");
    view! {
        <span class="check">
            <input
                type="checkbox"
                id=id.clone()
                prop:checked=live(move || {
                    let mut typed = answers.get();
                    *of(&mut typed)
                })
                on:change:target=move |event| {
                    let on = event.target().checked();
                    answers.update(|typed| *of(typed) = on);
                }
            />
            <label for=id>{label}</label>
        </span>
    }
}
