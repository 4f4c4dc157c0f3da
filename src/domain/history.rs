//! Undo and redo over whole values. Pure; bounded; keeps the label of each step.

use std::collections::VecDeque;

/// A bounded undo history. `T` is the whole value: a snapshot is a clone.
#[derive(Clone, Debug, PartialEq)]
pub struct History<T> {
    past: VecDeque<Step<T>>,
    future: Vec<Step<T>>,
    limit: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct Step<T> {
    label: String,
    value: T,
}

impl<T> History<T> {
    /// An empty history that remembers at most `limit` steps.
    pub fn new(limit: usize) -> Self {
        Self {
            past: VecDeque::new(),
            future: Vec::new(),
            limit,
        }
    }

    /// Remembers `before`, the value that the step `label` is about to replace. Ends any redo.
    pub fn record(&mut self, label: impl Into<String>, before: T) {
        self.future.clear();
        self.past.push_back(Step {
            label: label.into(),
            value: before,
        });
        if self.past.len() > self.limit {
            self.past.pop_front();
        }
    }

    /// Takes one step back: puts the earlier value in place of `current` and gives the label of what is
    /// undone; `None`, and no change, when there is nothing to undo.
    pub fn undo(&mut self, current: &mut T) -> Option<String> {
        let mut step = self.past.pop_back()?;
        std::mem::swap(&mut step.value, current);
        let label = step.label.clone();
        self.future.push(step);
        Some(label)
    }

    /// Takes one step forward again: puts the later value in place of `current` and gives the label of what
    /// is redone; `None`, and no change, when there is nothing to redo.
    pub fn redo(&mut self, current: &mut T) -> Option<String> {
        let mut step = self.future.pop()?;
        std::mem::swap(&mut step.value, current);
        let label = step.label.clone();
        self.past.push_back(step);
        Some(label)
    }

    /// The label of the step that `undo` would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.past.back().map(|step| step.label.as_str())
    }

    /// The value that `undo` would bring back.
    pub fn before(&self) -> Option<&T> {
        self.past.back().map(|step| &step.value)
    }

    /// The label of the step that `redo` would repeat.
    pub fn redo_label(&self) -> Option<&str> {
        self.future.last().map(|step| step.label.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undo_and_redo_walk_the_same_steps() {
        let mut history = History::new(2);
        let mut value = 3;
        history.record("one", 0);
        history.record("two", 1);
        history.record("three", 2);
        assert_eq!(history.before(), Some(&2));
        assert_eq!(history.undo(&mut value).as_deref(), Some("three"));
        assert_eq!(history.before(), Some(&1));
        assert_eq!(history.undo(&mut value).as_deref(), Some("two"));
        assert_eq!(
            (history.undo(&mut value), value),
            (None, 1),
            "the limit is two steps"
        );
        assert_eq!(
            (history.redo(&mut value).as_deref(), value),
            (Some("two"), 2)
        );
        history.record("four", 2);
        assert_eq!(history.redo(&mut value), None, "a new step ends the redo");
        assert_eq!(history.undo_label(), Some("four"));
    }
}
