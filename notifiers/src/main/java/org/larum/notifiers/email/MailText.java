package org.larum.notifiers.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The words of a mail: its first plain text, or else its first HTML. Files, and mails in the mail, are left alone. */
final class MailText {

    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 50;
    private static final int MOST_BYTES = 64 * 1024;

    private int parts;
    private @Nullable String plain;
    private @Nullable String html;

    /** Empty when it has none. */
    String of(Part mail) throws MessagingException, IOException {
        look(mail, 0);
        if (plain != null) {
            return plain;
        }
        return html == null ? "" : HtmlText.of(html);
    }

    private void look(Part part, int depth) throws MessagingException, IOException {
        parts++;
        if (plain != null || depth > DEEPEST || parts > MOST_PARTS) {
            return;
        }
        if (part.isMimeType("multipart/*")) {
            if (part.getContent() instanceof Multipart all) {
                int count = Math.min(all.getCount(), MOST_PARTS);
                for (int at = 0; at < count; at++) {
                    look(all.getBodyPart(at), depth + 1);
                }
            }
        } else if (!Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            if (part.isMimeType("text/plain")) {
                plain = text(part);
            } else if (part.isMimeType("text/html") && html == null) {
                html = text(part);
            }
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_BYTES), charset(part.getContentType()));
        }
    }

    /** One that nobody knows must not lose an answer. */
    private static Charset charset(String type) {
        try {
            var name = new ContentType(type).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
