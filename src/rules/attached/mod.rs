//! Rules about virtual machines and `HDInsight` clusters that are attached to the workspace.

mod hdinsight_addresses;
mod hdinsight_legacy;
mod hdinsight_management;
mod hdinsight_routes;
mod operating_system;
mod outbound_blocked;
mod ssh_blocked;

use crate::domain::{AttachedCompute, AttachedKind};

use super::{Rule, wording};

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &operating_system::RULE,
    &ssh_blocked::RULE,
    &hdinsight_legacy::RULE,
    &hdinsight_management::RULE,
    &outbound_blocked::RULE,
    &hdinsight_addresses::RULE,
    &hdinsight_routes::RULE,
];

/// What to call a machine.
fn name(machine: &AttachedCompute) -> String {
    let what = match machine.kind {
        AttachedKind::VirtualMachine => "virtual machine",
        AttachedKind::HdInsight => "HDInsight cluster",
    };
    wording::name_or(&machine.name, what)
}
