//! Private DNS zones by the names that they have in the plan's cloud and region.

use crate::azure::private_dns_zones as zones;
use crate::domain::{Plan, ZoneKind};

/// The name of a zone.
pub(super) fn name(plan: &Plan, kind: ZoneKind) -> String {
    zones::zone_name(kind, plan.basics.cloud, &plan.basics.region)
}

/// What custom DNS servers forward for these zones: the public names, and those of the workspace that have no
/// zone of their own.
pub(super) fn forwarded(plan: &Plan, kinds: &[ZoneKind]) -> Vec<String> {
    let cloud = plan.basics.cloud;
    let mut names: Vec<String> = Vec::new();
    for kind in kinds {
        names.push(zones::public_suffix(*kind, cloud));
        if *kind == ZoneKind::WorkspaceApi {
            let further = zones::workspace_suffixes(cloud).iter();
            names.extend(further.map(|suffix| (*suffix).to_owned()));
        }
    }
    names
}
