//! A drawing on screen: two layouts, of which the style sheet shows the one that fits, zoom and pan, and the
//! same content as text.
//!
//! Zoom and pan change the `viewBox` and nothing else; the scene is drawn again only when it differs. What is
//! absent: the plan. Scenes come in, a chosen subject goes out.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent, MouseEvent};

use crate::diagram::{self, OutlineLine, Scene};
use crate::domain::Subject;
use crate::exports::svg;
use crate::flow::Path;
use crate::ui::components::live;
use crate::ui::route::Route;

/// Zoom steps, per cent.
const ZOOMS: [i32; 6] = [100, 125, 160, 200, 300, 400];
/// How far an arrow key moves, thousandths of the way from edge to edge.
const PAN: i32 = 125;

/// The part of a drawing that is shown: independent of its size, so that both layouts can share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct View {
    /// Index into [`ZOOMS`].
    zoom: usize,
    /// Thousandths of the way from the left edge to the right one, and from the upper to the lower one.
    x: i32,
    y: i32,
}

impl Default for View {
    fn default() -> Self {
        Self {
            zoom: 0,
            x: 500,
            y: 0,
        }
    }
}

impl View {
    fn percent(self) -> i32 {
        ZOOMS.get(self.zoom).copied().unwrap_or(100)
    }

    fn closer(self) -> Self {
        Self {
            zoom: (self.zoom + 1).min(ZOOMS.len() - 1),
            ..self
        }
    }

    fn farther(self) -> Self {
        match self.zoom {
            0 | 1 => Self::default(),
            zoom => Self {
                zoom: zoom - 1,
                ..self
            },
        }
    }

    fn moved(self, x: i32, y: i32) -> Self {
        Self {
            x: (self.x + x).clamp(0, 1000),
            y: (self.y + y).clamp(0, 1000),
            ..self
        }
    }

    /// The `viewBox` of a scene.
    fn of(self, scene: &Scene) -> String {
        let part = |length: i32| length * 100 / self.percent();
        let (width, height) = (part(scene.width), part(scene.height));
        let x = (scene.width - width) * self.x / 1000;
        let y = (scene.height - height) * self.y / 1000;
        format!("{x} {y} {width} {height}")
    }

    /// The view after a key; `None` if the key means nothing here.
    fn after(self, key: &str) -> Option<Self> {
        let view = match key {
            "+" | "=" => self.closer(),
            "-" | "−" => self.farther(),
            "0" => Self::default(),
            // What is shown whole has nowhere to move; the page scrolls instead.
            _ if self.zoom == 0 => return None,
            "ArrowLeft" => self.moved(-PAN, 0),
            "ArrowRight" => self.moved(PAN, 0),
            "ArrowUp" => self.moved(0, -PAN),
            "ArrowDown" => self.moved(0, PAN),
            _ => return None,
        };
        Some(view)
    }
}

/// A drawing with its text twin.
#[component]
pub fn Diagram(
    /// The drawing for broad places.
    #[prop(into)]
    wide: Signal<Arc<Scene>>,
    /// The drawing for narrow places.
    #[prop(into)]
    narrow: Signal<Arc<Scene>>,
    /// The same as text.
    #[prop(into)]
    outline: Signal<Vec<OutlineLine>>,
    /// Words of the layers that are switched off, with spaces between them.
    #[prop(into, optional)]
    hidden: Signal<String>,
    /// The way of a connection, drawn over it.
    #[prop(into, optional)]
    trail: Signal<Option<Arc<Path>>>,
    /// What stands beside the zoom buttons.
    #[prop(optional)]
    children: Option<Children>,
    /// Called with what a person chose in the drawing or in the text.
    on_select: Callback<Subject>,
) -> impl IntoView {
    let view = RwSignal::new(View::default());
    let on_key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if let Some(next) = view.get_untracked().after(&event.key()) {
            event.prevent_default();
            view.set(next);
        }
    };
    view! {
        <div class="toolbar no-print">
            {children.map(|children| children())}
            <Zoom view />
        </div>
        <div
            class="diagram"
            role="region"
            aria-label="Topology drawing"
            tabindex="0"
            data-hidden=move || hidden.get()
            on:keydown=on_key
        >
            <Sheet scene=wide trail view id="topology-wide" class="topo topo-wide" on_select />
            <Sheet scene=narrow trail view id="topology-narrow" class="topo topo-narrow" on_select />
        </div>
        <details class="card outline no-print">
            <summary>"The drawing as text"</summary>
            <div class="body">
                {move || outline.with(|lines| branch(lines, 0, on_select))}
            </div>
        </details>
    }
}

/// Zoom out, whole drawing, zoom in.
#[component]
fn Zoom(view: RwSignal<View>) -> impl IntoView {
    view! {
        <span class="seg" role="group" aria-label="Zoom">
            <button
                type="button"
                aria-label="Zoom out"
                on:click=move |_| view.update(|view| *view = view.farther())
            >
                "−"
            </button>
            <button
                type="button"
                aria-pressed=move || (view.get() == View::default()).to_string()
                on:click=move |_| view.set(View::default())
            >
                "Fit"
            </button>
            <button
                type="button"
                aria-label="Zoom in"
                on:click=move |_| view.update(|view| *view = view.closer())
            >
                "+"
            </button>
        </span>
    }
}

/// One layout.
#[component]
fn Sheet(
    scene: Signal<Arc<Scene>>,
    trail: Signal<Option<Arc<Path>>>,
    view: RwSignal<View>,
    id: &'static str,
    class: &'static str,
    on_select: Callback<Subject>,
) -> impl IntoView {
    let select = move |event: MouseEvent| {
        if let Some(key) = key_under(&event)
            && let Some(subject) =
                scene.with_untracked(|scene| scene.group(&key).and_then(|group| group.subject))
        {
            on_select.run(subject);
        }
    };
    view! {
        <svg
            class=class
            role="img"
            aria-labelledby=format!("{id}-title {id}-desc")
            viewBox=move || scene.with(|scene| view.get().of(scene))
            on:click=select
            inner_html=live(move || {
                scene
                    .with(|scene| {
                        let mut markup = svg::inline(scene, id);
                        if let Some(path) = trail.get() {
                            markup.push_str(&svg::trail(&diagram::trail(scene, &path)));
                        }
                        markup
                    })
            })
        ></svg>
    }
}

/// The key of the innermost box with a subject under the pointer.
fn key_under(event: &MouseEvent) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target
        .closest("[data-subject]")
        .ok()??
        .get_attribute("data-key")
}

/// The lines of one depth and what stands under each.
fn branch(lines: &[OutlineLine], depth: usize, on_select: Callback<Subject>) -> AnyView {
    let starts: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.depth == depth)
        .map(|(index, _)| index)
        .collect();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let items: Vec<AnyView> = starts
        .iter()
        .copied()
        .zip(ends)
        .filter_map(|(start, end)| {
            let (line, under) = lines.get(start..end)?.split_first()?;
            let under = (!under.is_empty()).then(|| branch(under, depth + 1, on_select));
            Some(view! { <li>{told(line, on_select)} {under}</li> }.into_any())
        })
        .collect();
    view! { <ul>{items}</ul> }.into_any()
}

/// One line: a link to what it is about, where it is about something.
fn told(line: &OutlineLine, on_select: Callback<Subject>) -> AnyView {
    let text = line.text.clone();
    match line.subject {
        Some(subject) => view! {
            <a
                href=Route::of(subject.item).hash()
                on:click=move |event| {
                    event.prevent_default();
                    on_select.run(subject);
                }
            >
                {text}
            </a>
        }
        .into_any(),
        None => text.into_any(),
    }
}
