//! The checks of exported bundles: which tool judges what, and where its script and its packages are.

use crate::failure::Outcome;
use crate::selection::Named;
use crate::tools::node;
use crate::tools::python::{self, Environment};
use crate::workspace::Workspace;
use std::path::PathBuf;
use std::process::Command;

/// One tool, or what stands in for it, with the files it judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    Arm,
    Bicep,
    Terraform,
    Shell,
    PowerShell,
    AzureCli,
    AzureMl,
    Drawio,
    Diagrams,
}

/// What has to be installed for a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tools {
    Python(Environment),
    Node,
}

/// The program that runs a check.
pub(super) type Program = PathBuf;

const SYNTAX: Tools = Tools::Python(Environment {
    name: "syntax",
    tools: "Terraform, shellcheck and grammars",
    cost: "220 MB, about 15 s",
});
const AZURE_CLI: Tools = Tools::Python(Environment {
    name: "cli",
    tools: "azure-cli and a grammar",
    cost: "740 MB, about 90 s",
});
const AZURE_ML: Tools = Tools::Python(Environment {
    name: "azureml",
    tools: "The loaders of azure-ai-ml",
    cost: "140 MB, about 25 s",
});

impl Named for Check {
    const ALL: &'static [Self] = &[
        Self::Arm,
        Self::Bicep,
        Self::Terraform,
        Self::Shell,
        Self::PowerShell,
        Self::AzureCli,
        Self::AzureMl,
        Self::Drawio,
        Self::Diagrams,
    ];
    const KIND: &'static str = "check";

    fn name(self) -> &'static str {
        match self {
            Self::Arm => "arm",
            Self::Bicep => "bicep",
            Self::Terraform => "terraform",
            Self::Shell => "shell",
            Self::PowerShell => "powershell",
            Self::AzureCli => "azure-cli",
            Self::AzureMl => "azureml",
            Self::Drawio => "drawio",
            Self::Diagrams => "diagrams",
        }
    }
}

impl Check {
    /// What the check is, for people.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Arm => "ARM templates by the rules of Resource Manager",
            Self::Bicep => "Bicep by its grammar",
            Self::Terraform => "Terraform folders by Terraform",
            Self::Shell => "shell scripts by bash and shellcheck",
            Self::PowerShell => "PowerShell by its grammar",
            Self::AzureCli => "commands of scripts by azure-cli's parser",
            Self::AzureMl => "Azure ML YAML by the loaders of azure-ai-ml",
            Self::Drawio => "draw.io files by their form",
            Self::Diagrams => "diagrams by Mermaid and maxGraph",
        }
    }

    pub(super) const fn tools(self) -> Tools {
        match self {
            Self::Arm
            | Self::Bicep
            | Self::Terraform
            | Self::Shell
            | Self::PowerShell
            | Self::Drawio => SYNTAX,
            Self::AzureCli => AZURE_CLI,
            Self::AzureMl => AZURE_ML,
            Self::Diagrams => Tools::Node,
        }
    }

    const fn script(self) -> &'static str {
        match self {
            Self::Arm => "check_arm.py",
            Self::Bicep => "check_bicep.py",
            Self::Terraform => "check_terraform.py",
            Self::Shell => "check_shell.py",
            Self::PowerShell => "check_powershell.py",
            Self::AzureCli => "check_cli.py",
            Self::AzureMl => "check_azureml.py",
            Self::Drawio => "check_drawio.py",
            Self::Diagrams => "check_diagrams.mjs",
        }
    }

    /// The command that runs the check by `program`; what it looks at is to be added.
    pub(super) fn command(self, workspace: &Workspace, program: &Program) -> Command {
        let mut command = Command::new(program);
        command
            .arg(self.script())
            .current_dir(workspace.export_checks())
            .env_remove("PYTHONPATH")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONUNBUFFERED", "1")
            .env("PYTHONUTF8", "1");
        command
    }
}

impl Tools {
    /// Installs what is missing.
    pub(super) fn ensure(self, workspace: &Workspace) -> Outcome<Program> {
        match self {
            Self::Python(environment) => python::ensure_environment(workspace, &environment),
            Self::Node => {
                node::ensure_diagram_packages(workspace)?;
                Ok(PathBuf::from("node"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_its_files() {
        let workspace = Workspace::find().expect("tests run inside the repository");
        let folder = workspace.export_checks();
        for check in Check::ALL {
            assert!(folder.join(check.script()).is_file(), "{}", check.script());
            if let Tools::Python(environment) = check.tools() {
                let file = format!("requirements-{}.txt", environment.name);
                assert!(folder.join(&file).is_file(), "{file}");
            }
        }
    }

    #[test]
    fn every_requirement_is_pinned() {
        let workspace = Workspace::find().expect("tests run inside the repository");
        for check in Check::ALL {
            let Tools::Python(environment) = check.tools() else {
                continue;
            };
            let file = format!("requirements-{}.txt", environment.name);
            let path = workspace.export_checks().join(file);
            let text = crate::workspace::read(&path).expect("requirements");
            for line in text.lines() {
                assert!(line.contains("=="), "{}: {line}", path.display());
            }
        }
    }
}
