//! The icon: a sheet of paper, two places on it underlined in red, and a remark on each in the margin. No tick,
//! which would say that a draft is approved. It is drawn by numbers, so that every size is sharp and nothing binary
//! lies in the repository.

/// Its name among what is made.
pub const FILE: &str = "thethuc.ico";
/// Sizes that Windows asks for, in pixels.
const SIZES: [u8; 5] = [16, 24, 32, 48, 64];
/// Points tried in each direction within a pixel, against stairs.
const FINE: u32 = 4;

const CLEAR: [f32; 4] = [0.0, 0.0, 0.0, 0.0];
const PAPER: [f32; 4] = [1.0, 1.0, 1.0, 1.0];
const EDGE: [f32; 4] = [0.30, 0.34, 0.40, 1.0];
const INK: [f32; 4] = [0.55, 0.59, 0.65, 1.0];
const RED: [f32; 4] = [0.78, 0.12, 0.12, 1.0];

/// The file, with all sizes.
pub fn bytes() -> Vec<u8> {
    let pictures: Vec<Vec<u8>> = SIZES.iter().map(|size| picture(u32::from(*size))).collect();
    let mut file = vec![0, 0, 1, 0];
    file.extend(u16::try_from(SIZES.len()).unwrap_or_default().to_le_bytes());
    let mut offset = 6 + 16 * u32::try_from(SIZES.len()).unwrap_or_default();
    for (size, picture) in SIZES.iter().zip(&pictures) {
        let length = u32::try_from(picture.len()).unwrap_or_default();
        file.extend([*size, *size, 0, 0, 1, 0, 32, 0]);
        file.extend(length.to_le_bytes());
        file.extend(offset.to_le_bytes());
        offset += length;
    }
    file.extend(pictures.concat());
    file
}

/// One size as Windows keeps it: a header, the rows from below in blue, green, red and cover, and a mask that
/// is empty because the cover says all.
fn picture(size: u32) -> Vec<u8> {
    let mask_row = size.div_ceil(32) * 4;
    let mut out = Vec::new();
    for number in [40, size, size * 2] {
        out.extend(number.to_le_bytes());
    }
    out.extend([1, 0, 32, 0]);
    for number in [0, size * size * 4 + mask_row * size, 0, 0, 0, 0] {
        out.extend(number.to_le_bytes());
    }
    for row in (0..size).rev() {
        for column in 0..size {
            let [red, green, blue, cover] = pixel(column, row, size);
            out.extend([blue, green, red, cover]);
        }
    }
    out.extend(std::iter::repeat_n(0, (mask_row * size) as usize));
    out
}

/// The mean of the points in a pixel.
fn pixel(column: u32, row: u32, size: u32) -> [u8; 4] {
    let scale = (size * FINE) as f32;
    let mut sum = [0.0_f32; 4];
    for point in 0..FINE * FINE {
        let x = ((column * FINE + point % FINE) as f32 + 0.5) / scale;
        let y = ((row * FINE + point / FINE) as f32 + 0.5) / scale;
        let color = at(x, y);
        for (total, own) in sum.iter_mut().zip(color) {
            *total += own;
        }
    }
    let cover = sum[3] / (FINE * FINE) as f32;
    // Points without cover have no colour that could darken an edge.
    let level = |value: f32| byte(if sum[3] > 0.0 { value / sum[3] } else { 0.0 });
    [level(sum[0]), level(sum[1]), level(sum[2]), byte(cover)]
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
fn byte(value: f32) -> u8 {
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}

/// The colour at a point of the unit square, from the top left; clear is black without cover.
fn at(x: f32, y: f32) -> [f32; 4] {
    let marks = [((0.24, 0.42), (0.48, 0.42)), ((0.40, 0.70), (0.64, 0.70))];
    let remarks = [((0.88, 0.32), (0.88, 0.46)), ((0.88, 0.60), (0.88, 0.74))];
    let is_near = |width: f32, (from, to): ((f32, f32), (f32, f32))| near((x, y), from, to) < width;
    if marks.into_iter().any(|own| is_near(0.035, own)) || remarks.into_iter().any(|own| is_near(0.07, own)) {
        return RED;
    }
    if !(0.10..0.78).contains(&x) || !(0.03..0.97).contains(&y) {
        return CLEAR;
    }
    let is_edge = !(0.15..0.73).contains(&x) || !(0.08..0.92).contains(&y);
    if is_edge {
        return EDGE;
    }
    // The two columns of a head, then lines of text.
    let is_head = (0.16..0.22).contains(&y) && ((0.20..0.38).contains(&x) || (0.46..0.68).contains(&x));
    let is_line = [0.32, 0.50, 0.60, 0.78].iter().any(|top| (*top..top + 0.05).contains(&y))
        && (0.20..0.68).contains(&x);
    if is_head || is_line { INK } else { PAPER }
}

/// How far a point is from a stroke between two points.
fn near(point: (f32, f32), from: (f32, f32), to: (f32, f32)) -> f32 {
    let (along_x, along_y) = (to.0 - from.0, to.1 - from.1);
    let (x, y) = (point.0 - from.0, point.1 - from.1);
    let part = ((x * along_x + y * along_y) / (along_x * along_x + along_y * along_y)).clamp(0.0, 1.0);
    (x - part * along_x).hypot(y - part * along_y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_stands_where_the_head_says() {
        let file = bytes();
        let number = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap_or_default()) as usize;
        let mut end = 6 + 16 * SIZES.len();
        for index in 0..SIZES.len() {
            let (length, offset) = (number(6 + 16 * index + 8), number(6 + 16 * index + 12));
            assert_eq!(offset, end);
            assert_eq!(number(offset), 40, "a header of a bitmap");
            end += length;
        }
        assert_eq!(end, file.len());
        assert_eq!(pixel(0, 0, 32)[3], 0, "the corner is clear");
        assert_eq!(pixel(15, 29, 32)[3], 255, "the paper is not");
    }
}
