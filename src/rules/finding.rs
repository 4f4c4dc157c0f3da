//! What a rule reports: data, rendered elsewhere.

use crate::domain::{Edit, Subject};

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
}

impl Finding {
    /// A stable key: the rule's code, the first subject and the part of it.
    pub fn key(&self) -> String {
        let subject = self
            .subjects
            .first()
            .map(|subject| subject.key())
            .unwrap_or_default();
        let dash = if self.part.is_empty() { "" } else { "-" };
        format!("{}-{subject}{dash}{}", self.rule.code, self.part)
    }

    /// Adds a fix.
    pub fn fix(
        &mut self,
        applicability: Applicability,
        label: impl Into<String>,
        apply: impl Fn(&mut crate::domain::Plan) + Send + Sync + 'static,
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
        };
        self.0.push_mut(finding)
    }

    /// All findings: errors first, then by code, then by subject.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter()
    }

    /// The findings that have this subject, as first or further one.
    pub fn about(&self, subject: Subject) -> impl Iterator<Item = &Finding> {
        self.0
            .iter()
            .filter(move |finding| finding.subjects.contains(&subject))
    }

    /// How many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// How many there are.
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
            (a.severity, a.rule.code, a.subjects.first(), &a.title).cmp(&(
                b.severity,
                b.rule.code,
                b.subjects.first(),
                &b.title,
            ))
        });
    }
}
