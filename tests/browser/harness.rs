//! Mounts a component and uses it as a person would: by label, by the words on a button, by key.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use azureml_vnet_wizard::domain::Plan;
use azureml_vnet_wizard::ui::Session;
use azureml_vnet_wizard::ui::session::Drafts;
use gloo::timers::future::sleep;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use wasm_bindgen::JsCast;
use web_sys::{Event, EventInit, KeyboardEvent, KeyboardEventInit};

/// How long [`until`] waits before it gives up; longer than any timer of the interface that tests wait for.
const PATIENCE: Duration = Duration::from_secs(3);
/// How often it looks.
const GLANCE: Duration = Duration::from_millis(20);

/// A mounted component. It leaves the page when this is dropped.
pub(crate) struct Screen {
    root: HtmlElement,
    /// The session that the component uses.
    pub(crate) session: Session,
    mounted: Option<Box<dyn Any>>,
}

/// Mounts a component that uses a session with this plan.
pub(crate) fn mount<V>(plan: Plan, view: impl FnOnce(Session) -> V + 'static) -> Screen
where
    V: IntoView + 'static,
{
    let root: HtmlElement = document()
        .create_element("div")
        .unwrap()
        .dyn_into()
        .unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let session = Rc::new(Cell::new(None));
    let made = Rc::clone(&session);
    let mounted = leptos::mount::mount_to(root.clone(), move || {
        let session = Session::new(plan, Drafts::new());
        made.set(Some(session));
        provide_context(session);
        view(session)
    });
    Screen {
        root,
        session: session.get().expect("the component was mounted"),
        mounted: Some(Box::new(mounted)),
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // First the component, so that its clean-up still finds its elements.
        drop(self.mounted.take());
        self.root.remove();
    }
}

impl Screen {
    /// All text on screen.
    pub(crate) fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// The elements that a selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .filter_map(|index| found.get(index)?.dyn_into().ok())
            .collect()
    }

    /// The control with this label.
    fn control(&self, label: &str) -> Element {
        let named = self
            .all("[aria-label]")
            .into_iter()
            .find(|element| element.get_attribute("aria-label").as_deref() == Some(label));
        let labelled = || {
            let for_id = self
                .all("label[for]")
                .into_iter()
                .find(|element| element.text_content().unwrap_or_default().trim() == label)?
                .get_attribute("for")?;
            // Not of the document: a test that failed leaves its elements behind.
            self.all(&format!("[id='{for_id}']")).into_iter().next()
        };
        named
            .or_else(labelled)
            .unwrap_or_else(|| panic!("no control “{label}” in: {}", self.text()))
    }

    /// The text field with this label.
    pub(crate) fn field(&self, label: &str) -> HtmlInputElement {
        self.control(label).dyn_into().unwrap()
    }

    /// The list of options with this label.
    pub(crate) fn select(&self, label: &str) -> HtmlSelectElement {
        self.control(label).dyn_into().unwrap()
    }

    /// Presses the button with these words on it, or with this label.
    pub(crate) fn click(&self, words: &str) {
        let button = self.all("button").into_iter().find(|button| {
            button.get_attribute("aria-label").as_deref() == Some(words)
                || button.text_content().unwrap_or_default().trim() == words
        });
        let button: HtmlElement = button
            .unwrap_or_else(|| panic!("no button “{words}” in: {}", self.text()))
            .dyn_into()
            .unwrap();
        button.click();
    }
}

/// Replaces the text of a field, as typing does.
pub(crate) fn type_in(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    send(field, "input");
}

/// Chooses an option by its value.
pub(crate) fn choose(select: &HtmlSelectElement, value: &str) {
    select.set_value(value);
    send(select, "change");
}

/// Sends an event that rises through the page.
fn send(target: &Element, name: &str) {
    let options = EventInit::new();
    options.set_bubbles(true);
    let event = Event::new_with_event_init_dict(name, &options).unwrap();
    target.dispatch_event(&event).unwrap();
}

/// Presses a key while `target` has the focus, such as `ArrowUp` or `Shift+ArrowUp`.
pub(crate) fn press(target: &Element, key: &str) {
    let (shift, key) = key
        .strip_prefix("Shift+")
        .map_or((false, key), |key| (true, key));
    let options = KeyboardEventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    options.set_key(key);
    options.set_shift_key(shift);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    target.dispatch_event(&event).unwrap();
}

/// What assistive technology reads about a control beside its name.
pub(crate) fn description(control: &Element) -> String {
    let ids = control
        .get_attribute("aria-describedby")
        .unwrap_or_default();
    ids.split_whitespace()
        .filter_map(|id| document().get_element_by_id(id)?.text_content())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a control is marked as wrong.
pub(crate) fn is_invalid(control: &Element) -> bool {
    control.get_attribute("aria-invalid").as_deref() == Some("true")
}

/// Lets everything that follows from a change reach the page.
pub(crate) async fn tick() {
    leptos::task::tick().await;
    // Effects may cause effects; a turn of the event loop is after all of them.
    sleep(Duration::ZERO).await;
}

/// Waits until something is true; fails with `what` if it does not become so.
pub(crate) async fn until(what: &str, mut is_true: impl FnMut() -> bool) {
    let mut waited = Duration::ZERO;
    while !is_true() {
        assert!(waited < PATIENCE, "waited in vain until {what}");
        sleep(GLANCE).await;
        waited += GLANCE;
    }
}
