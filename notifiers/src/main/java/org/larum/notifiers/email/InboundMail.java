package org.larum.notifiers.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mail that came in, as a person wrote it; or why nobody needs to look at it. Whatever it holds, reading it ends soon. */
public sealed interface InboundMail {

    /**
     * {@code id}: what its sender calls it, the same when it comes twice; null when it has no name. {@code to}: every address it was sent to,
     * in small letters; {@code text}: without what it quotes.
     */
    record Reply(@Nullable String id, List<String> to, String text) implements InboundMail {}

    record Ignored(String why) implements InboundMail {}

    /** Never throws for what stands in it. */
    static InboundMail read(byte[] raw) {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            var loop = MailHead.loop(mail);
            return loop == null
                    ? new Reply(mail.getMessageID(), MailHead.recipients(mail), ReplyText.of(new MailText().of(mail)))
                    : new Ignored(loop);
        } catch (MessagingException | IOException | RuntimeException e) {
            // the edge: whatever the library stumbled over in a foreign mail
            return new Ignored("It cannot be read as a mail.");
        }
    }
}
