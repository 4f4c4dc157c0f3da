//! What Azure adds by itself: the resources that computes with public IP addresses bring along (AML-12), and
//! what is left of the quotas for them (LIM-9).

use crate::azure::limits::PUBLIC_IPS;
use crate::azure::machine_learning::PUBLIC_IP_RESOURCES;
use crate::domain::{Item, Plan};

/// Resources that appear in the VNet's resource group without being in the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// The computes that bring them along: each gets one of [`Self::each`].
    pub owners: Vec<Item>,
    /// What each brings along, in words.
    pub each: &'static [&'static str],
    /// What they take of quotas that are known.
    pub quotas: Vec<Quota>,
}

/// What hidden resources take of one quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// What is counted, in words: `public IP address`.
    pub what: &'static str,
    /// How many the computes need.
    pub needed: u64,
    /// How many are left, by the plan's answers or by Azure's usual quota; `None` if neither is known.
    pub left: Option<u64>,
}

impl Quota {
    /// How many are missing.
    pub fn short(self) -> u64 {
        self.left.map_or(0, |left| self.needed.saturating_sub(left))
    }
}

/// Counts what Azure adds for the computes of a plan that stand in subnets and have public IP addresses.
/// Without public IP addresses it adds nothing (AML-14).
pub fn hidden_resources(plan: &Plan) -> Hidden {
    let clusters = plan
        .clusters
        .iter()
        .filter(|it| it.public_ip && it.subnet.is_some())
        .map(|it| Item::Cluster(it.id));
    let instances = plan
        .instances
        .iter()
        .filter(|it| it.public_ip && it.subnet.is_some())
        .map(|it| Item::Instance(it.id));
    let serverless = &plan.workspace.serverless;
    let serverless =
        (serverless.max_nodes > 0 && serverless.public_ip && serverless.subnet.is_some())
            .then_some(Item::Serverless);
    let owners: Vec<Item> = clusters.chain(instances).chain(serverless).collect();
    let needed = u64::try_from(owners.len()).unwrap_or(u64::MAX);
    let governance = &plan.governance;
    // No usual quota of load balancers is stated.
    let load_balancers = governance.load_balancer_quota.map(u64::from);
    let public_ips = governance
        .public_ip_quota
        .map_or(PUBLIC_IPS.value.usual, u64::from);
    let [_, load_balancer, public_ip] = PUBLIC_IP_RESOURCES.value;
    let quota = |what, left| Quota { what, needed, left };
    Hidden {
        owners,
        each: &PUBLIC_IP_RESOURCES.value,
        quotas: vec![
            quota(load_balancer, load_balancers),
            quota(public_ip, Some(public_ips)),
        ],
    }
}
