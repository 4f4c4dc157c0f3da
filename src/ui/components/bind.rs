//! One field of the plan as a form control sees it: which subject, its value, how to write it.
//!
//! There are three kinds of control and so three kinds of binding; everything typed or chosen is text, so
//! that a control is compiled once and not once per field type.

use leptos::prelude::*;

use crate::domain::{AddressText, Plan, PrefixText, Subject};
use crate::ui::Session;

/// A value that a person types as text and that keeps the text as typed.
pub trait Typed {
    /// The text.
    fn to_text(&self) -> String;
    /// The value with this text.
    fn from_text(text: String) -> Self;
}

impl Typed for String {
    fn to_text(&self) -> String {
        self.clone()
    }
    fn from_text(text: String) -> Self {
        text
    }
}

impl Typed for PrefixText {
    fn to_text(&self) -> String {
        self.as_str().to_owned()
    }
    fn from_text(text: String) -> Self {
        Self::new(text)
    }
}

impl Typed for AddressText {
    fn to_text(&self) -> String {
        self.as_str().to_owned()
    }
    fn from_text(text: String) -> Self {
        Self::new(text)
    }
}

macro_rules! bound {
    ($(#[$meta:meta])* $name:ident($value:ty)) => {
        $(#[$meta])*
        #[derive(Clone, Copy)]
        pub struct $name {
            /// Which field of the plan.
            pub subject: Subject,
            /// Its value, live.
            pub value: Memo<$value>,
            /// Writes it as part of an undo step.
            pub write: Callback<$value>,
        }

        impl $name {
            /// Binds a field by how it is read and written.
            pub fn new(
                session: Session,
                subject: Subject,
                read: impl Fn(&Plan) -> $value + Send + Sync + 'static,
                write: impl Fn(&mut Plan, $value) + Send + Sync + 'static,
            ) -> Self {
                Self::boxed(session, subject, Box::new(read), Box::new(write))
            }

            fn boxed(
                session: Session,
                subject: Subject,
                read: Box<dyn Fn(&Plan) -> $value + Send + Sync>,
                write: Box<dyn Fn(&mut Plan, $value) + Send + Sync>,
            ) -> Self {
                Self {
                    subject,
                    value: session.field(read),
                    write: Callback::new(move |value| {
                        session.edit_field(subject, |plan| write(plan, value));
                    }),
                }
            }
        }
    };
}

bound! {
    /// A field that is typed, or chosen by its word.
    BoundText(String)
}
bound! {
    /// A whole number.
    BoundNumber(u32)
}
bound! {
    /// A yes or no.
    BoundFlag(bool)
}

/// Binds a field of the plan: `bind!(text session, Item::Cluster(id), cluster(id) / cluster_mut, name)`.
///
/// The kind is `text` (typed text), `word` (closed vocabulary), `id` (reference to another item), `number` or
/// `flag`. An item that always exists is named by its path: `bind!(text session, Item::Basics, basics, region)`.
macro_rules! bind {
    (@read text $value:expr) => { $crate::ui::components::Typed::to_text(&$value) };
    (@read word $value:expr) => { $crate::domain::Word::word($value).to_owned() };
    (@read id $value:expr) => { $value.map(|id| id.0.to_string()).unwrap_or_default() };
    (@read number $value:expr) => { $value };
    (@read flag $value:expr) => { $value };
    (@write text $place:expr, $value:ident) => {
        $place = $crate::ui::components::Typed::from_text($value)
    };
    (@write word $place:expr, $value:ident) => {
        if let Some(word) = $crate::domain::Word::from_word(&$value) { $place = word; }
    };
    (@write id $place:expr, $value:ident) => {
        $place = $value.parse::<u32>().ok().map(Into::into)
    };
    (@write number $place:expr, $value:ident) => { $place = $value };
    (@write flag $place:expr, $value:ident) => { $place = $value };
    (@type text) => { $crate::ui::components::BoundText };
    (@type word) => { $crate::ui::components::BoundText };
    (@type id) => { $crate::ui::components::BoundText };
    (@type number) => { $crate::ui::components::BoundNumber };
    (@type flag) => { $crate::ui::components::BoundFlag };
    ($kind:ident $session:expr, $item:expr, $get:ident($id:expr) / $get_mut:ident, $field:ident) => {{
        let id = $id;
        <bind!(@type $kind)>::new(
            $session,
            $item.field(stringify!($field)),
            move |plan| plan.$get(id).map(|item| bind!(@read $kind item.$field)).unwrap_or_default(),
            move |plan, value| {
                if let Some(item) = plan.$get_mut(id) {
                    bind!(@write $kind item.$field, value);
                }
            },
        )
    }};
    ($kind:ident $session:expr, $item:expr, $($path:ident).+, $field:ident) => {
        <bind!(@type $kind)>::new(
            $session,
            $item.field(stringify!($field)),
            |plan| bind!(@read $kind plan.$($path).+.$field),
            |plan, value| bind!(@write $kind plan.$($path).+.$field, value),
        )
    };
}
