//! The topology of the open plan: its drawing, live, with switches for its layers where there is room.

use std::sync::Arc;

use leptos::prelude::*;

use super::Diagram;
use crate::diagram::{self, Layer, Scene, Width};
use crate::flow::Path;
use crate::rules::Context;
use crate::ui::{Session, use_session};

/// Reads the plan and what follows from it, again whenever they change.
fn follow<T>(session: Session, read: impl FnOnce(&Context<'_>, &crate::rules::Findings) -> T) -> T {
    session.analysis.with(|analysis| {
        session.with(|plan| {
            let context = Context::of(plan, analysis.demand.clone(), analysis.allocation.clone());
            read(&context, &analysis.findings)
        })
    })
}

fn scene(session: Session, width: Width) -> Memo<Arc<Scene>> {
    Memo::new(move |_| {
        follow(session, |context, findings| {
            Arc::new(diagram::draw(context, findings, width))
        })
    })
}

/// The drawing of the open plan.
#[component]
pub fn Topology(
    /// Whether the layers have switches.
    #[prop(optional)]
    switches: bool,
    /// The way of a connection, drawn over it.
    #[prop(into, optional)]
    trail: Signal<Option<Arc<Path>>>,
) -> impl IntoView {
    let session = use_session();
    let outline = Memo::new(move |_| follow(session, diagram::outline));
    let hidden = RwSignal::new(Vec::<Layer>::new());
    let words = Signal::derive(move || {
        let words: Vec<&str> = hidden.get().into_iter().map(Layer::word).collect();
        words.join(" ")
    });
    view! {
        <Diagram
            wide=scene(session, Width::Wide)
            narrow=scene(session, Width::Narrow)
            outline
            hidden=words
            trail
            on_select=Callback::new(move |subject| session.go_to(subject))
        >
            {switches.then(|| view! { <Switches hidden /> })}
        </Diagram>
    }
}

/// A check box for each layer that can be switched off.
#[component]
fn Switches(hidden: RwSignal<Vec<Layer>>) -> impl IntoView {
    let boxes = Layer::SWITCHED.map(|layer| {
        let id = format!("layer-{}", layer.word());
        view! {
            <span class="check">
                <input
                    type="checkbox"
                    id=id.clone()
                    prop:checked=move || !hidden.get().contains(&layer)
                    on:change:target=move |event| {
                        let on = event.target().checked();
                        hidden
                            .update(|hidden| {
                                hidden.retain(|other| *other != layer);
                                if !on {
                                    hidden.push(layer);
                                }
                            });
                    }
                />
                <label for=id>{layer.label()}</label>
            </span>
        }
    });
    view! {
        <fieldset>
            <legend class="vh">"Layers"</legend>
            {boxes.into_iter().collect_view()}
        </fieldset>
    }
}
