package org.larum.reports.report;

/** Text that goes into HTML or SVG, which are XML here: what would be markup is told as text, what XML cannot hold is replaced. */
final class Markup {

    private Markup() {}

    static String text(String words) {
        var out = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isHeld(point) ? point : 0xFFFD);
            }
        });
        return out.toString();
    }

    /** Without what no XML may hold, for files whose libraries escape by themselves. */
    static String held(String words) {
        return words.codePoints()
                .map(point -> isHeld(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHeld(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
