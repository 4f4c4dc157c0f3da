//! Only virtual machines that run Ubuntu can be attached.

use crate::azure::sources;
use crate::domain::{AttachedKind, Item, OperatingSystem, Placement, Word};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT001",
    name: "attached-vm-not-ubuntu",
    facts: &["VM-1", "SEED-13"],
    severity: Severity::Error,
    synopsis: "An attached virtual machine runs Ubuntu.",
    why: "The workspace logs in over SSH and installs its agent, which exists for Ubuntu alone.",
    recommendation: "Use an Ubuntu image.",
    sources: &[&sources::SEED_A, &sources::AML_TRAIN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for machine in &cx.plan.attached {
        if machine.kind != AttachedKind::VirtualMachine || machine.os == OperatingSystem::Ubuntu {
            continue;
        }
        let id = machine.id;
        let finding = out.report(
            &RULE,
            Item::Attached(id).field("os"),
            format!("{} runs {}", super::name(machine), machine.os.label()),
            "Azure Machine Learning attaches virtual machines with Ubuntu only: it installs and runs jobs \
             there over SSH. Use an Ubuntu image.",
        );
        if machine.placement == Placement::New {
            finding.fix(Applicability::Certain, "Use Ubuntu", move |plan| {
                if let Some(machine) = plan.attached_compute_mut(id) {
                    machine.os = OperatingSystem::Ubuntu;
                }
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_windows() {
        let mut plan = scenario::classic_2019();
        plan.attached[0].os = OperatingSystem::Windows;
        assert_eq!(only(&RULE, &plan).title, "vm-demand-train runs Windows");
        mended(&RULE, &plan, "Use Ubuntu");
    }

    #[test]
    fn passes_ubuntu_and_hdinsight() {
        let mut plan = scenario::classic_2019();
        assert_silent(&RULE, &plan);
        plan.attached[0].os = OperatingSystem::OtherLinux;
        plan.attached[0].kind = AttachedKind::HdInsight;
        assert_silent(&RULE, &plan);
    }
}
