//! Names of virtual machines, which are their host names.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM017",
    name: "virtual-machine-name",
    facts: &["NAME-17"],
    severity: Severity::Error,
    synopsis: "A Windows VM has at most 15 letters, digits and hyphens, a Linux VM at most 64.",
    why: "The name becomes the host name, where Windows ends at 15 characters.",
    recommendation: "Rename the virtual machine.",
    sources: &[&sources::NAMES],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(
        cx,
        out,
        &RULE,
        &[
            NameKind::WindowsVirtualMachine,
            NameKind::LinuxVirtualMachine,
        ],
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(private_training(), |plan| {
            plan.jump_hosts[0].name = "vm-churn-jump-host".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“vm-churn-jump-host” has 18 characters");
        assert_eq!(
            finding.message,
            "Azure refuses it: a Windows VM name has 1 to 15. Rename it."
        );
        fixed(&RULE, &plan, "Rename to vm-churn-jump-h");
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &private_training());
    }
}
