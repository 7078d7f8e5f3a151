package org.larum.notifiers.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.larum.domain.notification.NotificationId;
import org.larum.notifiers.channel.Message;

/** A mail in the form that travels. Its Message-ID is that of the notification, so a mailbox can tell a copy. */
final class EmailMessage extends MimeMessage {

    private final NotificationId id;
    private final String domain;

    private EmailMessage(Session session, NotificationId id, String domain) {
        super(session);
        this.id = id;
        this.domain = domain;
    }

    static EmailMessage of(Session session, Envelope envelope, Message message, Instant now) throws MessagingException {
        var body = EmailBody.of(message);
        var mail = new EmailMessage(session, message.id(), envelope.fromDomain());
        mail.setFrom(new InternetAddress(envelope.from()));
        mail.setRecipient(RecipientType.TO, new InternetAddress(envelope.to()));
        mail.setSubject(body.subject(), "UTF-8");
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Larum-Notification", message.id().toString());
        mail.setContent(new MimeMultipart("alternative", part(body.text(), "plain"), part(body.html(), "html")));
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + "@" + domain + ">");
    }
}
