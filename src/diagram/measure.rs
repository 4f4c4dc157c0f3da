//! How wide a text will be, roughly and never too little, and how to make it fit.
//!
//! There is no font here to ask, and every system has another one. The estimate uses the widths of `DejaVu
//! Sans`, the widest face that the style sheet's font stack is likely to meet; what fits in it fits in all.

use std::borrow::Cow;

/// How a text is set. Sizes and weights are those of the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextStyle {
    /// The title of the sheet.
    Title,
    /// The name of a network or subnet.
    Name,
    /// The name of a thing.
    Strong,
    /// Details.
    Small,
    /// Details that call for attention.
    SmallAlert,
    /// Addresses, resource names, host names.
    Mono,
}

impl TextStyle {
    /// Font size in tenths of a unit.
    pub fn size_tenths(self) -> i32 {
        match self {
            Self::Title => 170,
            Self::Name => 130,
            Self::Strong => 120,
            Self::Small | Self::SmallAlert | Self::Mono => 115,
        }
    }

    fn advance(self, letter: char) -> i32 {
        match self {
            Self::Mono => MONO,
            Self::Small => advance_in(&REGULAR, letter),
            Self::Title | Self::Name | Self::Strong | Self::SmallAlert => advance_in(&BOLD, letter),
        }
    }
}

/// Thousandths of an em for every letter of a monospaced face.
const MONO: i32 = 603;

/// Thousandths of an em for letters outside ASCII; wide enough for Latin, Greek and Cyrillic capitals.
const OTHER: i32 = 850;

/// Thousandths of an em for full-width letters (CJK, emoji).
const FULL_WIDTH: i32 = 1100;

/// `DejaVu Sans`, space to tilde.
#[rustfmt::skip]
const REGULAR: [u16; 95] = [
    318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337,
    637, 637, 637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 531,
    1000, 685, 687, 699, 771, 632, 576, 775, 752, 295, 295, 656, 558, 863, 749, 788,
    604, 788, 695, 635, 611, 732, 685, 989, 686, 611, 686, 391, 337, 391, 838, 500,
    500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612,
    635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
];

/// `DejaVu Sans Bold`, space to tilde.
#[rustfmt::skip]
const BOLD: [u16; 95] = [
    349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 581,
    1000, 774, 763, 734, 831, 684, 684, 821, 837, 373, 373, 775, 638, 996, 837, 851,
    733, 851, 771, 721, 683, 813, 774, 1104, 771, 725, 726, 458, 366, 458, 838, 500,
    500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688,
    716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
];

fn advance_in(table: &[u16; 95], letter: char) -> i32 {
    let code = u32::from(letter);
    match letter {
        '·' => 380,
        '–' => 500,
        '…' => 1000,
        _ if code >= 0x2e80 => FULL_WIDTH,
        _ => code
            .checked_sub(0x20)
            .and_then(|index| table.get(usize::try_from(index).ok()?))
            .map_or(OTHER, |advance| i32::from(*advance)),
    }
}

/// The width of a text in units, rounded up.
pub fn width(text: &str, style: TextStyle) -> i32 {
    let thousandths = text
        .chars()
        .map(|letter| style.advance(letter))
        .fold(0, i32::saturating_add);
    thousandths
        .saturating_mul(style.size_tenths())
        .saturating_add(9999)
        / 10_000
}

/// The text itself if it fits, else both its ends with `…` between them.
pub(super) fn shortened(text: &str, style: TextStyle, room: i32) -> Cow<'_, str> {
    if width(text, style) <= room {
        return Cow::Borrowed(text);
    }
    let letters: Vec<char> = text.chars().collect();
    let mut kept = letters.len().saturating_sub(1);
    loop {
        let head = kept.div_ceil(2);
        let tail = letters.len() - (kept - head);
        let short: String = letters
            .iter()
            .take(head)
            .chain(&['…'])
            .chain(letters.iter().skip(tail))
            .collect();
        if kept == 0 || width(&short, style) <= room {
            return Cow::Owned(short);
        }
        kept -= 1;
    }
}

/// The first of several ways to say the same that fits; the last one if none does.
pub(super) fn first_fitting(choices: &[String], style: TextStyle, room: i32) -> &str {
    choices
        .iter()
        .find(|choice| width(choice, style) <= room)
        .or(choices.last())
        .map_or("", String::as_str)
}

/// A text in lines that fit, broken between words; a word that is too long is shortened.
pub(super) fn wrapped(text: &str, style: TextStyle, room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let word = shortened(word, style, room);
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), style) <= room => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word.into_owned()),
        }
    }
    lines
}

/// A number with commas between the thousands.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_a_text_that_fits() {
        assert_eq!(shortened("snet-ml", TextStyle::Name, 100), "snet-ml");
    }

    #[test]
    fn shortens_in_the_middle_so_that_both_ends_stay() {
        let short = shortened("mlw-fraud-production-westeurope-001", TextStyle::Mono, 100);
        assert_eq!(short, "mlw-fra…pe-001");
        assert!(width(&short, TextStyle::Mono) <= 100);
    }

    #[test]
    fn shortens_to_nothing_but_the_ellipsis_when_there_is_no_room() {
        assert_eq!(shortened("Zoë 数据", TextStyle::Strong, 3), "…");
    }

    #[test]
    fn never_underestimates_a_monospaced_text() {
        assert_eq!(width("10.20.0.0/16", TextStyle::Mono), 84);
    }

    #[test]
    fn prefers_the_longest_form_that_fits() {
        let forms = ["161 of 251 · 64%".to_owned(), "64%".to_owned()];
        assert_eq!(first_fitting(&forms, TextStyle::Small, 200), forms[0]);
        assert_eq!(first_fitting(&forms, TextStyle::Small, 40), "64%");
    }

    #[test]
    fn breaks_a_sentence_between_words() {
        let lines = wrapped("vm-jump invokes the batch endpoint", TextStyle::Small, 130);
        assert_eq!(lines, ["vm-jump invokes the", "batch endpoint"]);
    }

    #[test]
    fn groups_thousands() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(65_531), "65,531");
        assert_eq!(grouped(1_048_576), "1,048,576");
    }
}
