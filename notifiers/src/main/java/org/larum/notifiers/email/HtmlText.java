package org.larum.notifiers.email;

import java.util.Locale;
import java.util.Set;

/** The words of HTML that somebody else made, up to what it quotes. One pass: no text makes it slow. */
final class HtmlText {

    private static final Set<String> UNREAD = Set.of("style", "script", "head", "title");
    private static final Set<String> LINES = Set.of("br", "p", "div", "tr", "li", "blockquote");
    private static final int LONGEST_NAME = 12;

    private HtmlText() {}

    static String of(String html) {
        var small = html.toLowerCase(Locale.ROOT);
        var text = new StringBuilder();
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            text.append(html, at, open < 0 ? html.length() : open);
            int close = open < 0 ? -1 : html.indexOf('>', open);
            if (close < 0) {
                break;
            }
            var tag = small.substring(open + 1, close);
            var name = name(tag);
            if (isQuote(name, tag)) {
                break;
            }
            if (LINES.contains(name.startsWith("/") ? name.substring(1) : name)) {
                text.append('\n');
            }
            at = close + 1;
            if (UNREAD.contains(name)) {
                int end = small.indexOf("</" + name, at);
                at = end < 0 ? html.length() : end;
            }
        }
        return plain(text.toString());
    }

    private static String name(String tag) {
        int end = 0;
        while (end < tag.length()
                && end < LONGEST_NAME
                && (tag.charAt(end) == '/' || Character.isLetterOrDigit(tag.charAt(end)))) {
            end++;
        }
        return end > 1 && tag.charAt(end - 1) == '/' ? tag.substring(0, end - 1) : tag.substring(0, end);
    }

    private static boolean isQuote(String name, String tag) {
        return name.equals("blockquote")
                || tag.contains("gmail_quote")
                || tag.contains("divrplyfwdmsg")
                || tag.contains("moz-cite-prefix");
    }

    private static String plain(String text) {
        return text.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
