//! The flow tester: who, to whom, by which protocol and port.

use std::sync::Arc;

use leptos::prelude::*;

use super::Trace;
use crate::domain::{Plan, Protocol, Word};
use crate::flow::{self, Network, Path, Probe};
use crate::ui::components::{Icon, dynamic, live, press};
use crate::ui::session::Question;
use crate::ui::{Session, use_session};

/// What is known about the question: nothing while it is empty, why it cannot be asked, or the path.
pub(super) type Answer = Memo<Option<Result<Arc<Path>, Wrong>>>;

/// What is wrong with a question, by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wrong {
    from: Option<String>,
    to: Option<String>,
    port: Option<String>,
}

fn has_ports(protocol: Protocol) -> bool {
    matches!(protocol, Protocol::Tcp | Protocol::Udp | Protocol::Any)
}

/// Reads a question.
fn probe(plan: &Plan, question: &Question) -> Result<Probe, Wrong> {
    let port = match question.port.trim() {
        _ if !has_ports(question.protocol) => Ok(None),
        text => match text.parse::<u16>() {
            Ok(port) if port > 0 => Ok(Some(port)),
            _ => Err("A port is a whole number from 1 to 65535.".to_owned()),
        },
    };
    match (
        flow::party(plan, &question.from),
        flow::party(plan, &question.to),
        port,
    ) {
        (Ok(from), Ok(to), Ok(port)) => Ok(Probe {
            from,
            to,
            protocol: question.protocol,
            port,
        }),
        (from, to, port) => Err(Wrong {
            from: from.err(),
            to: to.err(),
            port: port.err(),
        }),
    }
}

/// The answer to the question of the session, live.
pub(super) fn answer() -> Answer {
    let session = use_session();
    Memo::new(move |_| {
        let question = session.question.get();
        if question.from.trim().is_empty() && question.to.trim().is_empty() {
            return None;
        }
        let prefixes = session.prefixes();
        Some(session.with(|plan| {
            let probe = probe(plan, &question)?;
            Ok(Arc::new(Network::new(plan, &prefixes).path(&probe)))
        }))
    })
}

/// The form, and the answer below it.
#[component]
pub(super) fn Tester(answer: Answer) -> impl IntoView {
    let session = use_session();
    let names = session.field(flow::parties);
    let wrong = move |of: fn(&Wrong) -> &Option<String>| {
        live(move || {
            answer.with(|answer| match answer {
                Some(Err(wrong)) => of(wrong).clone().unwrap_or_default(),
                _ => String::new(),
            })
        })
    };
    let turn = move |_| {
        session.question.update(|question| {
            std::mem::swap(&mut question.from, &mut question.to);
        });
    };
    view! {
        <section class="tester" aria-labelledby="tester-title">
            <h2 id="tester-title">"Test a connection"</h2>
            <datalist id="tester-names">
                {dynamic(move || {
                    names.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view()
                })}
            </datalist>
            <div class="grid">
                <Blank
                    id="tester-from"
                    label="From"
                    hint="Subnet, address, tag or host"
                    of=|question| &mut question.from
                    wrong=wrong(|wrong| &wrong.from)
                />
                <Blank
                    id="tester-to"
                    label="To"
                    hint="Private endpoints, too"
                    of=|question| &mut question.to
                    wrong=wrong(|wrong| &wrong.to)
                />
                <ProtocolField session />
                <Blank
                    id="tester-port"
                    label="Port"
                    hint="Where the service listens"
                    of=|question| &mut question.port
                    wrong=wrong(|wrong| &wrong.port)
                />
            </div>
            <div class="row">
                <button type="button" class="btn small" on:click=press(turn)>
                    <Icon name="redo" />
                    "Other way round"
                </button>
            </div>
            {dynamic(move || {
                answer
                    .with(|answer| match answer {
                        Some(Ok(path)) => Some(view! { <Trace path=path.clone() /> }.into_any()),
                        Some(Err(_)) => None,
                        None => {
                            Some(
                                view! {
                                    <p class="hint">
                                        "Name both ends to see whether a connection comes about, which rule or route decides, and its way on the drawing."
                                    </p>
                                }
                                    .into_any(),
                            )
                        }
                    })
            })}
        </section>
    }
}

/// One blank of the question.
#[component]
fn Blank(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    of: fn(&mut Question) -> &mut String,
    wrong: Signal<String>,
) -> impl IntoView {
    let session = use_session();
    let value = memo(session, of);
    let names = (id != "tester-port").then_some("tester-names");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <p class="hint" id=format!("{id}-h")>
                {hint}
            </p>
            <input
                class="in mono"
                id=id
                list=names
                autocomplete="off"
                spellcheck="false"
                autocapitalize="off"
                aria-describedby=format!("{id}-h {id}-m")
                aria-invalid=live(move || (!wrong.with(String::is_empty)).then_some("true"))
                prop:value=live(move || value.get())
                on:input:target=move |event| {
                    let text = event.target().value();
                    session.question.update(|question| *of(question) = text);
                }
            />
            <div class="msgs" id=format!("{id}-m")>
                {dynamic(move || {
                    let text = wrong.get();
                    (!text.is_empty())
                        .then(|| {
                            view! {
                                <div class="msg">
                                    <Icon name="error" />
                                    <p>{text}</p>
                                </div>
                            }
                        })
                })}
            </div>
        </div>
    }
}

fn memo(session: Session, of: fn(&mut Question) -> &mut String) -> Memo<String> {
    Memo::new(move |_| {
        let mut question = session.question.get();
        std::mem::take(of(&mut question))
    })
}

#[component]
fn ProtocolField(session: Session) -> impl IntoView {
    let chosen = Memo::new(move |_| session.question.with(|question| question.protocol));
    view! {
        <div class="field">
            <label for="tester-protocol">"Protocol"</label>
            <select
                class="in"
                id="tester-protocol"
                on:change:target=move |event| {
                    if let Some(protocol) = Protocol::from_word(&event.target().value()) {
                        session.question.update(|question| question.protocol = protocol);
                    }
                }
            >
                {Protocol::ALL
                    .iter()
                    .map(|protocol| {
                        view! {
                            <option
                                value=protocol.word()
                                selected=live(move || chosen.get() == *protocol)
                            >
                                {protocol.label()}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}
