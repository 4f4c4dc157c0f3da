//! Plans that this browser remembers.
//!
//! Each plan has a slot of its own; the open one is saved as it is edited. A slot that cannot be read any
//! more is never overwritten: the app opens another slot and says so.

use crate::document::{self, DocumentError};
use crate::domain::Plan;
use crate::rules::record_edition;
use crate::samples;

use super::browser::{self, StorageError};
use super::route::Route;
use super::session::{Draft, Drafts};

const PLAN_PREFIX: &str = "azureml-vnet-wizard/plan/";
const CURRENT: &str = "azureml-vnet-wizard/current";
/// Plans remembered beside the open one.
const MAX_PLANS: usize = 20;

/// What the browser had when the app started.
#[derive(Debug)]
pub struct Opened {
    /// The plan to start with.
    pub plan: Plan,
    /// Why there is not the plan that was saved, if there should be one.
    pub problem: Option<Damaged>,
    /// Whether anything was saved before.
    pub returning: bool,
}

/// A saved plan that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// The text as it was saved.
    pub text: String,
    /// What is wrong with it.
    pub errors: Vec<DocumentError>,
}

/// A remembered plan, as the start page lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Remembered {
    /// Storage key.
    pub key: String,
    /// Title of the plan.
    pub title: String,
    /// Region of the plan.
    pub region: String,
    /// The plan.
    pub plan: Plan,
}

/// The storage key of the open plan.
pub fn current_key() -> String {
    let slot = browser::read(CURRENT)
        .ok()
        .flatten()
        .unwrap_or_else(|| "1".to_owned());
    format!("{PLAN_PREFIX}{slot}")
}

/// A blank plan; today's rules are the first that check it.
fn fresh() -> Plan {
    record_edition().preview(&samples::blank())
}

/// Opens what the browser remembers, or a blank plan.
pub fn open() -> Opened {
    let saved = browser::read(&current_key()).ok().flatten();
    let Some(text) = saved else {
        return Opened {
            plan: fresh(),
            problem: None,
            returning: false,
        };
    };
    match document::decode(&text) {
        Ok(plan) => Opened {
            plan,
            problem: None,
            returning: true,
        },
        Err(errors) => {
            // Storage that blocks writing keeps the damaged slot as well.
            new_slot().ok();
            Opened {
                plan: fresh(),
                problem: Some(Damaged { text, errors }),
                returning: true,
            }
        }
    }
}

/// Saves the open plan.
///
/// # Errors
/// When the browser blocks storage or has no room.
pub fn save(plan: &Plan) -> Result<(), StorageError> {
    browser::write(&current_key(), &document::encode(plan))
}

/// Makes a new slot the open one, so that the plan before stays as it is.
///
/// # Errors
/// When the browser blocks storage or has no room.
pub fn new_slot() -> Result<(), StorageError> {
    let used = browser::keys(PLAN_PREFIX)?;
    let next = used
        .iter()
        .filter_map(|key| key.trim_start_matches(PLAN_PREFIX).parse::<u32>().ok())
        .max()
        .map_or(1, |highest| highest.saturating_add(1));
    browser::write(CURRENT, &next.to_string())
}

/// Makes a remembered plan the open one.
///
/// # Errors
/// When the browser blocks storage.
pub fn switch_to(key: &str) -> Result<(), StorageError> {
    browser::write(CURRENT, key.trim_start_matches(PLAN_PREFIX))
}

/// The remembered plans beside the open one, newest slot first.
pub fn remembered() -> Vec<Remembered> {
    let open = current_key();
    let mut keys = browser::keys(PLAN_PREFIX).unwrap_or_default();
    keys.retain(|key| *key != open);
    keys.sort_by_key(|key| {
        std::cmp::Reverse(
            key.trim_start_matches(PLAN_PREFIX)
                .parse::<u32>()
                .unwrap_or_default(),
        )
    });
    keys.truncate(MAX_PLANS);
    keys.into_iter()
        .filter_map(|key| {
            let plan = document::decode(&browser::read(&key).ok()??).ok()?;
            Some(Remembered {
                title: plan.basics.title.clone(),
                region: plan.basics.region.clone(),
                key,
                plan,
            })
        })
        .collect()
}

/// Forgets a remembered plan.
///
/// # Errors
/// When the browser blocks storage.
pub fn forget(key: &str) -> Result<(), StorageError> {
    browser::remove(key)
}

const DRAFTS: &str = "azureml-vnet-wizard/drafts";

/// Saves texts that are no numbers yet, so that a reload does not lose them: a line each, with the field's
/// key, its step and the text between tabs.
///
/// # Errors
/// When the browser blocks storage or has no room.
pub fn save_drafts(drafts: &Drafts) -> Result<(), StorageError> {
    let mut lines = String::new();
    for (key, draft) in drafts {
        for part in [key, "\t", draft.step.hash(), "\t", &draft.text, "\n"] {
            lines.push_str(part);
        }
    }
    browser::write(DRAFTS, &lines)
}

/// The texts that were no numbers yet when the page was left.
pub fn open_drafts() -> Drafts {
    let saved = browser::read(DRAFTS).ok().flatten().unwrap_or_default();
    saved
        .lines()
        .filter_map(|line| {
            let (key, rest) = line.split_once('\t')?;
            let (step, text) = rest.split_once('\t')?;
            let draft = Draft {
                step: Route::from_hash(step)?,
                text: text.to_owned(),
            };
            Some((key.to_owned(), draft))
        })
        .collect()
}
