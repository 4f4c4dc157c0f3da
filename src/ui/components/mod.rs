//! Parts that steps and panels are built from. A part knows the session at most, never a step.

#[macro_use]
mod bind;

mod badge;
mod by_hand;
mod card;
mod check_field;
mod choice;
mod dialog;
mod erase;
mod field;
mod finding;
mod gauge;
mod icon;
mod list_field;
mod lock;
mod message;
mod number_field;
mod prefix_field;
mod propose;
mod section;
mod select_field;
mod tabs;
mod text_field;
mod toast;

pub use crate::capacity::thousands;
pub use badge::{Badge, SeverityBadge, Tone};
pub use bind::{BoundFlag, BoundNumber, BoundText, Typed};
pub use by_hand::{Hand, OpenPart, Part, PartChanges};
pub use card::{AddButton, ItemCard};
pub use check_field::CheckField;
pub use choice::{Choice, ChoiceCards};
pub use dialog::Dialog;
pub use erase::{When, dynamic, each, live, memo, press};
pub use field::{FieldMessages, FieldState, field_id};
pub use finding::{FindingItem, FindingList, WhyLink};
pub use gauge::Gauge;
pub use icon::Icon;
pub use list_field::ListField;
pub use lock::{Lock, described_by};
pub use message::{Message, Note};
pub use number_field::NumberField;
pub use prefix_field::{PrefixField, PrefixKind, prefix_facts};
pub use propose::{Preview, Proposal, Propose, make_change, proposal};
pub use section::{PageHead, Section, StepNav};
pub use select_field::{SelectField, id_options, word_options};
pub use tabs::{Tab, TabList};
pub use text_field::TextField;
pub use toast::{Announcer, ToastHost};
