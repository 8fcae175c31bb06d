//! Something that may take longer than a frame: worked out at once when it is little, on a
//! worker when it is much.

use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// What was worked out last, and what is being worked out.
pub struct Later<T> {
    ready: Option<T>,
    waiting: Option<Receiver<T>>,
}

impl<T> Default for Later<T> {
    fn default() -> Self {
        Self {
            ready: None,
            waiting: None,
        }
    }
}

impl<T: Send + 'static> Later<T> {
    /// Works something out in place of what was there, which stays until then.
    pub fn begin(
        &mut self,
        ctx: &egui::Context,
        much: bool,
        work: impl FnOnce() -> T + Send + 'static,
    ) {
        if !much {
            self.waiting = None;
            self.put(work());
            return;
        }
        let (sender, receiver) = channel();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            // Nobody listens any more when something else is asked meanwhile.
            let _ = sender.send(work());
            ctx.request_repaint();
        });
        self.waiting = Some(receiver);
    }

    /// Takes in what is ready by now; whether something new is.
    pub fn poll(&mut self) -> bool {
        let Some(waiting) = &self.waiting else {
            return false;
        };
        match waiting.try_recv() {
            Ok(worked) => {
                self.waiting = None;
                self.put(worked);
                true
            }
            Err(TryRecvError::Empty) => false,
            Err(TryRecvError::Disconnected) => {
                self.waiting = None;
                false
            }
        }
    }

    /// What was worked out last.
    pub fn get(&self) -> Option<&T> {
        self.ready.as_ref()
    }

    /// Takes what was worked out last.
    pub fn take(&mut self) -> Option<T> {
        self.ready.take()
    }

    /// Whether something is being worked out.
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Forgets all of it.
    pub fn clear(&mut self) {
        self.waiting = None;
        if let Some(old) = self.ready.take() {
            drop_elsewhere(old);
        }
    }

    fn put(&mut self, new: T) {
        if let Some(old) = self.ready.replace(new) {
            drop_elsewhere(old);
        }
    }
}

/// Something large takes a while to drop.
fn drop_elsewhere<T: Send + 'static>(old: T) {
    std::thread::spawn(move || drop(old));
}
