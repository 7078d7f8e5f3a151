package org.larum.reports.report;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose report it is: a name, a color such as {@code #0a5fb4}, and a PNG if they have a logo. */
public record Brand(String name, String accent, byte @Nullable [] logo) {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_BYTES = 512 * 1024;
    private static final int MOST_PIXELS = 2000;
    private static final int HEAD = 24;

    public static final Brand LARUM = new Brand("Larum", "#0a5fb4", null);

    /** One without a logo. */
    public static Brand of(String name, String accent) {
        return new Brand(name, accent, null);
    }

    public Brand {
        if (!COLOR.matcher(accent).matches()) {
            throw new IllegalArgumentException("A color is written as #0a5fb4");
        }
        if (logo != null) {
            logo = logo.clone();
            check(logo);
        }
    }

    /** How wide the logo is for one unit of height. */
    double logoRatio() {
        return logo == null ? 1 : (double) side(logo, 16) / side(logo, 20);
    }

    /** Whether white can be read on the color; black can where it cannot. Contrast as WCAG counts it. */
    boolean isDark() {
        return 1.05 / (luminance() + 0.05) >= 4.5;
    }

    /** The color where text is written in it on white: ink where it would be too pale. */
    String ink() {
        return isDark() ? accent : "#12181f";
    }

    private double luminance() {
        return 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5);
    }

    private double light(int at) {
        double part = Integer.parseInt(accent.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** A picture is unpacked by others: what it will be is read from its head before. */
    private static void check(byte[] logo) {
        if (logo.length < HEAD || logo.length > MOST_BYTES || !Arrays.equals(logo, 0, 8, PNG, 0, 8)) {
            throw new IllegalArgumentException("A logo is a PNG of at most 512 KiB");
        }
        for (int side : new int[] {side(logo, 16), side(logo, 20)}) {
            if (side < 1 || side > MOST_PIXELS) {
                throw new IllegalArgumentException("A logo is at most 2,000 pixels wide and high");
            }
        }
    }

    private static int side(byte[] logo, int at) {
        return ByteBuffer.wrap(logo).getInt(at);
    }
}
