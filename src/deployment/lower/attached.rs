//! Machines that are attached to the workspace.

use super::Lowering;
use super::hosts::Machine;
use super::parameters::identifier;
use crate::azure::machine_learning::{SDK_V1_ENDED, SSH_PORT};
use crate::deployment::resource::{AttachedMachine, VirtualMachine};
use crate::deployment::{Key, Ref, Resource};
use crate::domain::{self, AttachedKind, Item, Placement};

/// Part of the key of a machine that is attached.
const MACHINE: &str = "machine";

impl Lowering<'_> {
    pub(super) fn attached(&mut self) {
        for machine in &self.plan.attached {
            match machine.kind {
                AttachedKind::VirtualMachine => self.attach_machine(machine),
                AttachedKind::HdInsight => self.gap(
                    Item::Attached(machine.id),
                    format!(
                        "{} is not written: HDInsight clusters could be attached with SDK v1 only, whose \
                         support ended on {}. Use a compute cluster instead.",
                        machine.name.trim(),
                        SDK_V1_ENDED.value
                    ),
                ),
            }
        }
    }

    fn attach_machine(&mut self, attached: &domain::AttachedCompute) {
        let item = Item::Attached(attached.id);
        let Some(machine) = self.attached_machine(attached) else {
            return;
        };
        let Some(workspace) = self.compute_parent() else {
            return;
        };
        let name = attached.name.trim();
        let secret = format!("{}SshPrivateKey", identifier(name));
        let ssh_private_key = self.secret(
            &secret,
            &format!("SSH private key with which Azure ML logs in to {name}."),
        );
        let ssh_port = if attached.ssh_port == 0 {
            u32::from(SSH_PORT.value)
        } else {
            attached.ssh_port
        };
        let resource = Resource::AttachedMachine(AttachedMachine {
            machine,
            ssh_port,
            admin_username: attached.admin_username.trim().to_owned(),
            ssh_private_key,
        });
        self.create_compute(&workspace, item, name, resource);
    }

    /// The virtual machine behind an attached compute, created if the plan says so.
    fn attached_machine(
        &mut self,
        attached: &domain::AttachedCompute,
    ) -> Option<Ref<VirtualMachine>> {
        let item = Item::Attached(attached.id);
        let key = Key::part(item, MACHINE);
        if attached.placement == Placement::Existing {
            self.refer(key.clone(), item, &attached.name, &attached.resource_id)?;
            return Some(Ref::to(key));
        }
        self.machine(&Machine {
            key,
            item,
            name: attached.name.trim(),
            subnet: attached.subnet,
            os: attached.os,
            size: &attached.vm_size,
            administrator: attached.admin_username.trim(),
        })
    }
}
