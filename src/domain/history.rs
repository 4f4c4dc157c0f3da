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

    /// Takes one step back: gives the earlier value and the label of what is undone.
    ///
    /// # Errors
    /// Gives the current value back when there is nothing to undo.
    pub fn undo(&mut self, current: T) -> Result<(T, String), T> {
        let Some(step) = self.past.pop_back() else {
            return Err(current);
        };
        self.future.push(Step {
            label: step.label.clone(),
            value: current,
        });
        Ok((step.value, step.label))
    }

    /// Takes one step forward again: gives the later value and the label of what is redone.
    ///
    /// # Errors
    /// Gives the current value back when there is nothing to redo.
    pub fn redo(&mut self, current: T) -> Result<(T, String), T> {
        let Some(step) = self.future.pop() else {
            return Err(current);
        };
        self.past.push_back(Step {
            label: step.label.clone(),
            value: current,
        });
        Ok((step.value, step.label))
    }

    /// The label of the step that `undo` would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.past.back().map(|step| step.label.as_str())
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
        history.record("one", 0);
        history.record("two", 1);
        history.record("three", 2);
        assert_eq!(history.undo(3), Ok((2, "three".to_owned())));
        assert_eq!(history.undo(2), Ok((1, "two".to_owned())));
        assert_eq!(history.undo(1), Err(1), "the limit is two steps");
        assert_eq!(history.redo(1), Ok((2, "two".to_owned())));
        history.record("four", 2);
        assert_eq!(history.redo(9), Err(9), "a new step ends the redo");
        assert_eq!(history.undo_label(), Some("four"));
    }
}
