package org.larum.notifiers.email;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody wrote themselves: up to the mail that they quote, or their signature. Pure. */
final class ReplyText {

    private static final int LONGEST_LINE = 400;

    /** "On Monday Larum wrote:", in the languages of the common programs. */
    private static final Pattern WROTE = Pattern.compile(
            "(On|Am|Le|El|Il|Op|Den|Em)\\b.{0,300}(wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu)\\b.{0,100}:");

    private static final Pattern RULE =
            Pattern.compile("(_{10,}|-{2,} ?(Original Message|Ursprüngliche Nachricht|Message d'origine).*)");

    private static final Pattern SENT_FROM =
            Pattern.compile("(Sent from my|Von meinem|Envoyé de mon|Get Outlook for) .{1,100}");

    /** Under which Outlook quotes. */
    private static final Pattern HEAD = Pattern.compile("(From|Von|De|Da|Van): .+");

    private static final Pattern HEAD_GOES_ON =
            Pattern.compile("(Sent|Gesendet|Envoyé|To|An|À|Date|Datum|Inviato|Verzonden): .+");

    private ReplyText() {}

    static String of(String text) {
        var lines = text.replace("\0", "").lines().toList();
        var own = new ArrayList<String>();
        for (int at = 0; at < lines.size() && !ends(lines, at); at++) {
            own.add(lines.get(at).stripTrailing());
        }
        return String.join("\n", own).strip();
    }

    private static boolean ends(List<String> lines, int at) {
        var line = cut(lines.get(at));
        var next = at + 1 < lines.size() ? cut(lines.get(at + 1)) : "";
        return line.startsWith(">")
                || lines.get(at).equals("-- ")
                || line.equals("--")
                || WROTE.matcher(line).matches()
                // long ones are broken in two
                || WROTE.matcher(cut(line + " " + next)).matches()
                || RULE.matcher(line).matches()
                || SENT_FROM.matcher(line).matches()
                || (HEAD.matcher(line).matches() && HEAD_GOES_ON.matcher(next).matches());
    }

    private static String cut(String line) {
        var own = line.strip().replace("*", "");
        return own.length() > LONGEST_LINE ? own.substring(0, LONGEST_LINE) : own;
    }
}
