//! What holds for the whole plan: cloud, region, subscription, groups, naming, tags, rule profile.

use super::TagId;

words! {
    /// A sovereign or public Azure cloud.
    pub enum Cloud {
        /// The public cloud.
        Public = "public" : "Azure public",
        /// Azure US Government.
        UsGovernment = "us_government" : "Azure US Government",
        /// Azure operated by 21Vianet in China.
        China = "china" : "Azure China (21Vianet)",
    }
}

words! {
    /// Which set of rules a plan is checked with.
    pub enum RuleProfile {
        /// Today's practice.
        Current = "current" : "Current",
        /// The rules of the 2019 documentation, for estates built by them. Superseded.
        Classic2019 = "classic2019" : "Classic 2019 (superseded)",
    }
}

words! {
    /// How much room to grow a subnet gets that is sized for the person.
    pub enum Headroom {
        /// Twice what is needed, as long as at least as much space stays free beside it.
        Double = "double" : "Room to double where it costs nothing",
        /// None: the smallest block for what is needed.
        Least = "none" : "None: the smallest block that fits",
        /// A percentage that the plan states, as long as everything finds a place.
        Percent = "percent" : "A percentage",
    }
}

/// A resource tag.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    /// Identity.
    pub id: TagId,
    /// Tag name as typed.
    pub name: String,
    /// Tag value as typed.
    pub value: String,
}

/// The choices that hold for the whole plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basics {
    /// What the person calls this plan; also the stem of file names.
    pub title: String,
    /// The cloud that everything is deployed to.
    pub cloud: Cloud,
    /// Programmatic name of the workspace's region, such as `westeurope`.
    pub region: String,
    /// Subscription id of the workspace; may be blank.
    pub subscription_id: String,
    /// Resource group of the workspace and everything that has no group of its own.
    pub resource_group: String,
    /// Workload part of generated names, such as `fraud`.
    pub workload: String,
    /// Environment part of generated names, such as `prod`.
    pub environment: String,
    /// Tags put on every resource.
    pub tags: Vec<Tag>,
    /// Which set of rules the plan is checked with.
    pub profile: RuleProfile,
    /// How much room to grow a subnet without a prefix of its own gets.
    pub headroom: Headroom,
    /// The room to grow in per cent of what is needed; counts with [`Headroom::Percent`] only.
    pub headroom_percent: u32,
}
