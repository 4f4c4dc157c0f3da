//! A plan made ready for many questions: NSGs, routes and firewall rules, read once.

use std::collections::BTreeMap;

use super::ends::End;
use super::walk::{Station, Walk};
use super::{Path, Probe};
use crate::domain::{FirewallId, NsgId, Plan, SubnetId};
use crate::flow::firewall::{self, FirewallRules, firewall_rules};
use crate::flow::verify::{Guard, judge};
use crate::flow::{
    Answer, Border, Neighbourhood, NextHop, Packet, RouteInEffect, RoutedPrefixes, Target, Verdict,
    routes_in_effect, select,
};
use crate::topology::Prefixes;

/// A plan made ready for many questions about paths.
pub struct Network<'a> {
    pub(super) plan: &'a Plan,
    pub(super) prefixes: &'a Prefixes,
    guards: BTreeMap<NsgId, Guard>,
    around: BTreeMap<SubnetId, Neighbourhood>,
    routes: BTreeMap<SubnetId, Vec<RouteInEffect>>,
    /// `None` for a firewall that exists already: its rules are not in the plan.
    firewalls: BTreeMap<FirewallId, Option<FirewallRules>>,
}

impl<'a> Network<'a> {
    /// Reads a plan.
    pub fn new(plan: &'a Plan, prefixes: &'a Prefixes) -> Self {
        let guard = |nsg| Guard::new(plan, prefixes, nsg);
        let near = |id| Neighbourhood::of(plan, prefixes, id, RoutedPrefixes::Excluded);
        let rules = |it| (!firewall::exists(plan, it)).then(|| firewall_rules(plan, prefixes, it));
        let mut around = BTreeMap::new();
        let mut routes = BTreeMap::new();
        for (vnet, subnet) in plan.subnets() {
            around.insert(subnet.id, near(subnet.id));
            let in_effect = routes_in_effect(plan, prefixes, vnet.id, Some(subnet.id));
            routes.insert(subnet.id, in_effect);
        }
        Self {
            plan,
            prefixes,
            guards: plan.nsgs.iter().map(|nsg| (nsg.id, guard(nsg))).collect(),
            around,
            routes,
            firewalls: plan.firewalls.iter().map(|it| (it.id, rules(it))).collect(),
        }
    }

    /// The way of a connection through the plan, and whether it comes about.
    pub fn path(&self, probe: &Probe) -> Path {
        Walk::answer(self, probe)
    }

    /// Where a packet goes from a station.
    pub(super) fn next_hop(&self, here: &Station, to: &End) -> NextHop {
        let target = Target {
            end: to.seen.clone(),
            private_endpoint: to.private_endpoint,
        };
        if let Some(routes) = here.subnet.and_then(|subnet| self.routes.get(&subnet)) {
            return select(routes, &target);
        }
        let routes = routes_in_effect(self.plan, self.prefixes, here.vnet, None);
        select(&routes, &target)
    }

    /// Whether a packet passes a border of a subnet.
    pub(super) fn verify(&self, border: Border, packet: &Packet) -> Answer {
        let subnet = self.plan.subnet(border.subnet);
        let around = self.around.get(&border.subnet);
        let (Some(subnet), Some(around)) = (subnet, around) else {
            return Answer::without_rule(Verdict::Unknown, None, "the plan has no such subnet");
        };
        let guard = subnet.nsg.and_then(|id| self.guards.get(&id));
        judge(subnet, guard, around, border, packet)
    }

    /// The rules of a firewall; `None` if they are not in the plan.
    pub(super) fn firewall(&self, id: FirewallId) -> Option<&FirewallRules> {
        self.firewalls.get(&id)?.as_ref()
    }
}
