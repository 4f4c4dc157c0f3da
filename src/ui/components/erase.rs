//! Closures behind one type each.
//!
//! A view is a type, and every closure in it makes that type, and the code for it, a new one. A form of three
//! hundred live attributes was three hundred copies of the same machinery, two thirds of the whole program.
//! These helpers put a closure in a box, so that the machinery is compiled once for each value type.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A live value: follows whatever `read` reads.
pub fn live<T>(read: impl Fn() -> T + Send + Sync + 'static) -> Signal<T>
where
    T: Send + Sync + 'static,
{
    live_boxed(Box::new(read))
}

fn live_boxed<T>(read: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T>
where
    T: Send + Sync + 'static,
{
    Signal::derive(read)
}

/// A live value that is computed once for each change and spreads only when it differs.
pub fn memo<T>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    memo_boxed(Box::new(read))
}

fn memo_boxed<T>(read: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| read())
}

/// A part of a view that is made anew whenever what it reads changes.
pub fn dynamic<V: IntoView + 'static>(
    mut make: impl FnMut() -> V + Send + 'static,
) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(move || make().into_any())
}

/// Shows its children while `test` holds.
#[component]
pub fn When(
    /// Whether the children are shown.
    #[prop(into)]
    test: Signal<bool>,
    /// The children.
    children: ChildrenFn,
) -> impl IntoView {
    let shown = Memo::new(move |_| test.get());
    dynamic(move || shown.get().then(|| children()))
}

/// A row for each item of a list, by its id. A row stays as long as its item does, whatever else comes and
/// goes.
pub fn each<I>(ids: Memo<Vec<I>>, row: impl Fn(I) -> AnyView + Send + Sync + 'static) -> AnyView
where
    I: Copy + Into<u32> + From<u32> + Send + Sync + 'static,
{
    let numbers = live(move || ids.with(|ids| ids.iter().map(|id| (*id).into()).collect()));
    each_number(numbers, Arc::new(move |number| row(number.into())))
}

fn each_number(
    numbers: Signal<Vec<u32>>,
    row: Arc<dyn Fn(u32) -> AnyView + Send + Sync>,
) -> AnyView {
    view! {
        <For each=move || numbers.get() key=|number| *number let:number>
            {row(number)}
        </For>
    }
    .into_any()
}

/// What a press of a button does.
pub fn press(act: impl FnMut(MouseEvent) + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(act)
}
