//! What a rule reports: data, rendered elsewhere.

use crate::domain::{Acknowledgement, AcknowledgementId, Edit, Plan, Subject};

use super::Rule;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Azure refuses it, or the deployment cannot work.
    Error,
    /// Works, but is risky, deprecated, unsupported or likely to surprise.
    Warning,
    /// Worth knowing.
    Advice,
}

impl Severity {
    /// The word in files: `error`, `warning`, `advice`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// How safe a fix is to apply unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// Means the same and is valid, or is the only valid value.
    Certain,
    /// One good choice among several.
    Suggested,
}

/// A change of the plan that removes a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// The result, as a button says it: `Use 10.40.0.0/16`. Never the word “fix”.
    pub label: String,
    /// How safe it is.
    pub applicability: Applicability,
    /// The change.
    pub edit: Edit,
}

/// Something about the plan that a person should know.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that reports it.
    pub rule: &'static Rule,
    /// How much it matters here; may differ from the rule's usual severity.
    pub severity: Severity,
    /// What is wrong, in a few words, with the names of the plan: `snet-train is 49 addresses short`.
    pub title: String,
    /// Why Azure cares and what to do, in one or two sentences.
    pub message: String,
    /// The fields it is about; the first is where to go. Both ends when two things clash.
    pub subjects: Vec<Subject>,
    /// Tells findings of one rule about one subject apart, such as `table` of a storage account; mostly `""`.
    pub part: &'static str,
    /// Changes that would remove it, best first.
    pub fixes: Vec<Fix>,
    /// Why the team lives with it, if it does. The finding stays one, and exports still carry it.
    pub acknowledged: Option<String>,
}

impl Finding {
    /// A stable key: the rule's code and the place.
    pub fn key(&self) -> String {
        format!("{}-{}", self.rule.code, self.place())
    }

    /// What it is about, as acknowledgements write it: the first subject and the part of it.
    pub fn place(&self) -> String {
        let subject = self
            .subjects
            .first()
            .map(|subject| subject.key())
            .unwrap_or_default();
        let dash = if self.part.is_empty() { "" } else { "-" };
        format!("{subject}{dash}{}", self.part)
    }

    /// Writes into a plan that the team lives with this finding, and why. Replaces an earlier reason.
    pub fn acknowledge(&self, plan: &mut Plan, reason: &str) {
        let (code, subject) = (self.rule.code, self.place());
        let same = |it: &&mut Acknowledgement| it.code == code && it.subject == subject;
        if let Some(entry) = plan.acknowledgements.iter_mut().find(same) {
            reason.clone_into(&mut entry.reason);
            return;
        }
        let id = AcknowledgementId(plan.next_id());
        plan.acknowledgements.push(Acknowledgement {
            id,
            code: code.to_owned(),
            subject,
            reason: reason.to_owned(),
        });
    }

    /// Takes the acknowledgement of this finding back.
    pub fn withdraw(&self, plan: &mut Plan) {
        let (code, subject) = (self.rule.code, self.place());
        plan.acknowledgements
            .retain(|entry| entry.code != code || entry.subject != subject);
    }

    /// Adds a fix.
    pub fn fix(
        &mut self,
        applicability: Applicability,
        label: impl Into<String>,
        apply: impl Fn(&mut Plan) + Send + Sync + 'static,
    ) -> &mut Self {
        self.fixes.push(Fix {
            label: label.into(),
            applicability,
            edit: Edit::new(apply),
        });
        self
    }

    /// Adds a further subject: the other end of a clash.
    pub fn also(&mut self, subject: impl Into<Subject>) -> &mut Self {
        self.subjects.push(subject.into());
        self
    }

    /// Says which part of its subject the finding is about.
    pub fn part(&mut self, part: &'static str) -> &mut Self {
        self.part = part;
        self
    }

    /// Sets another severity than the rule's usual one.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }
}

/// Everything that the rules report about one plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Reports a finding; add subjects, fixes or another severity to what is returned.
    pub fn report(
        &mut self,
        rule: &'static Rule,
        subject: impl Into<Subject>,
        title: impl Into<String>,
        message: impl Into<String>,
    ) -> &mut Finding {
        let finding = Finding {
            rule,
            severity: rule.severity,
            title: title.into(),
            message: message.into(),
            subjects: vec![subject.into()],
            part: "",
            fixes: Vec::new(),
            acknowledged: None,
        };
        self.0.push_mut(finding)
    }

    /// All findings: open ones before acknowledged ones, errors first, then by code, then by subject.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter()
    }

    /// The findings that have this subject, as first or further one.
    pub fn about(&self, subject: Subject) -> impl Iterator<Item = &Finding> {
        self.0
            .iter()
            .filter(move |finding| finding.subjects.contains(&subject))
    }

    /// How many open findings have this severity; acknowledged ones are not counted.
    pub fn count(&self, severity: Severity) -> usize {
        self.open()
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// The findings that nobody has acknowledged.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.0
            .iter()
            .filter(|finding| finding.acknowledged.is_none())
    }

    /// Marks the findings that a plan acknowledges with a reason. A blank reason is none.
    pub(super) fn mark_acknowledged(&mut self, plan: &Plan) {
        let entries = plan.acknowledgements.iter();
        for entry in entries.filter(|entry| !entry.reason.trim().is_empty()) {
            let same =
                |it: &&mut Finding| it.rule.code == entry.code && it.place() == entry.subject;
            for finding in self.0.iter_mut().filter(same) {
                finding.acknowledged = Some(entry.reason.trim().to_owned());
            }
        }
    }

    /// How many there are, acknowledged ones included.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Orders by what blocks deployment first; stable and independent of the order of the rules.
    pub(super) fn sort(&mut self) {
        self.0.sort_by(|a, b| {
            let settled = |finding: &Finding| finding.acknowledged.is_some();
            (
                settled(a),
                a.severity,
                a.rule.code,
                a.subjects.first(),
                &a.title,
            )
                .cmp(&(
                    settled(b),
                    b.severity,
                    b.rule.code,
                    b.subjects.first(),
                    &b.title,
                ))
        });
    }
}
