//! A small builder that the sample plans, and plans from a brief, are written with.
//!
//! It numbers items, generates names after the Cloud Adoption Framework and sets what every careful plan
//! sets: no public access, no default outbound access, trusted services let through. What is absent: any
//! check. The rules judge samples like every other plan.

mod compute;
mod network;
mod services;

pub(super) use compute::CPU_SIZE;
pub(crate) use services::WORKSPACE_ZONES;

use crate::azure::naming::{NameKind, generate};
use crate::domain::{Basics, Plan, Tag, TagId};

/// A plan in the making.
pub(crate) struct Draft {
    /// The plan so far.
    pub(crate) plan: Plan,
}

impl Draft {
    /// An empty plan with its basics.
    pub(crate) fn new(title: &str, region: &str, workload: &str, environment: &str) -> Self {
        let mut draft = Self {
            plan: Plan {
                basics: Basics {
                    title: title.to_owned(),
                    region: region.to_owned(),
                    workload: workload.to_owned(),
                    environment: environment.to_owned(),
                    ..Basics::default()
                },
                ..Plan::default()
            },
        };
        draft.plan.basics.resource_group = draft.name(NameKind::ResourceGroup, "ml");
        for (name, value) in [("workload", workload), ("environment", environment)] {
            let id = TagId(draft.plan.next_id());
            draft.plan.basics.tags.push(Tag {
                id,
                name: name.to_owned(),
                value: value.to_owned(),
            });
        }
        draft
    }

    /// `<abbreviation>-<workload>-<role>-<environment>`, or the nearest that Azure accepts.
    pub(crate) fn name(&self, kind: NameKind, role: &str) -> String {
        let basics = &self.plan.basics;
        generate(kind, &[&basics.workload, role, &basics.environment])
    }

    /// The same for names that are unique in all of Azure, with a number at the end.
    pub(crate) fn global_name(&self, kind: NameKind, role: &str, number: &str) -> String {
        let basics = &self.plan.basics;
        generate(kind, &[&basics.workload, role, &basics.environment, number])
    }
}
