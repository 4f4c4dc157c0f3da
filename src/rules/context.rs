//! What is expensive and shared by rules, computed once per check.

use std::sync::OnceLock;

use crate::allocation::{Allocation, Utilisation, allocate};
use crate::azure::reserved;
use crate::capacity::{Demand, demand};
use crate::domain::{Plan, Prefix, SubnetId};
use crate::flow::FlowReport;

/// A plan with what several rules need to know about it.
#[derive(Debug)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What each subnet needs.
    pub demand: Demand,
    /// Where each subnet lies.
    pub allocation: Allocation,
    flows: OnceLock<FlowReport>,
}

impl<'a> Context<'a> {
    /// Computes the context of a plan.
    pub fn new(plan: &'a Plan) -> Self {
        let demand = demand(plan);
        let allocation = allocate(plan, &demand);
        Self {
            plan,
            demand,
            allocation,
            flows: OnceLock::new(),
        }
    }

    /// The prefix of a subnet, written or chosen.
    pub fn prefix(&self, subnet: SubnetId) -> Option<Prefix> {
        self.allocation.prefix(subnet)
    }

    /// The required flows of the plan with their answers, asked when they are first wanted.
    pub fn flows(&self) -> &FlowReport {
        self.flows
            .get_or_init(|| FlowReport::new(self.plan, &self.allocation.prefixes()))
    }

    /// How full a subnet is; `None` while it has no prefix.
    pub fn utilisation(&self, subnet: SubnetId) -> Option<Utilisation> {
        Some(Utilisation {
            subnet,
            usable: reserved::usable(self.prefix(subnet)?),
            needed: self.demand.of(subnet).total(),
        })
    }
}
