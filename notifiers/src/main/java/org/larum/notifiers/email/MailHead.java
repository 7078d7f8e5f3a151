package org.larum.notifiers.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the head of a mail says. */
final class MailHead {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"()]{1,64}@[^\\s<>,;:\"()]{1,253}");
    private static final int MOST = 100;
    private static final int LONGEST = 20_000;
    private static final List<String> TO =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc");
    private static final Set<String> MASS = Set.of("bulk", "junk", "list", "auto_reply");

    private MailHead() {}

    /** Why it is the word of a machine, which nobody must answer or obey; null when a person wrote it. */
    static @Nullable String loop(MimeMessage mail) throws MessagingException {
        var auto = first(mail, "Auto-Submitted");
        if (!auto.isEmpty() && !auto.equals("no")) {
            return "A machine wrote it (Auto-Submitted).";
        }
        if (MASS.contains(first(mail, "Precedence"))) {
            return "A machine wrote it (Precedence).";
        }
        if (mail.getHeader("X-Autoreply") != null || mail.getHeader("X-Autorespond") != null) {
            return "A machine wrote it (X-Autoreply).";
        }
        if (mail.getHeader("X-Larum-Notification") != null) {
            return "Larum wrote it: a mail of its own came back.";
        }
        return first(mail, "Return-Path").equals("<>") || mail.isMimeType("multipart/report")
                ? "It says that a mail could not be handed on."
                : null;
    }

    private static String first(MimeMessage mail, String name) throws MessagingException {
        var values = mail.getHeader(name);
        return values == null ? "" : values[0].strip().toLowerCase(Locale.ROOT).replaceFirst("[;\\s].*", "");
    }

    static List<String> recipients(MimeMessage mail) throws MessagingException {
        var found = new ArrayList<String>();
        for (var name : TO) {
            var values = mail.getHeader(name);
            for (var value : values == null ? new String[0] : values) {
                ADDRESS.matcher(value.substring(0, Math.min(LONGEST, value.length())))
                        .results()
                        .limit(MOST)
                        .forEach(one -> found.add(one.group().toLowerCase(Locale.ROOT)));
            }
        }
        return found.stream().distinct().limit(MOST).toList();
    }
}
