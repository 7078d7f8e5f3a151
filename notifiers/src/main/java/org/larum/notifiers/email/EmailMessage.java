package org.larum.notifiers.email;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.OneLine;
import org.larum.notifiers.email.EmailBody.Link;

/** A mail in the form that travels. Its Message-ID is that of the notification, so a mailbox can tell a copy. */
final class EmailMessage extends MimeMessage {

    private static final int TITLE_LENGTH = 200;

    private final UUID id;
    private final String domain;

    private EmailMessage(Session session, UUID id, String domain) {
        super(session);
        this.id = id;
        this.domain = domain;
    }

    /** {@code reply}: where its reader can answer; null when nobody reads answers. */
    static EmailMessage of(
            Session session, Envelope envelope, Message message, EmailBody body, @Nullable String reply, Instant now)
            throws MessagingException {
        var mail = new EmailMessage(session, message.id().value(), envelope.fromDomain());
        mail.setFrom(new InternetAddress(envelope.from()));
        mail.setRecipient(RecipientType.TO, new InternetAddress(envelope.to()));
        if (reply != null) {
            mail.setReplyTo(new InternetAddress[] {new InternetAddress(reply)});
        }
        mail.setSubject(body.subject(), "UTF-8");
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Larum-Notification", message.id().toString());
        mail.setContent(new MimeMultipart("alternative", part(body.text(), "plain"), part(body.html(), "html")));
        mail.saveChanges();
        return mail;
    }

    static EmailMessage of(Session session, Envelope envelope, Bulletin bulletin, Instant now)
            throws MessagingException {
        var title = OneLine.of(bulletin.title(), TITLE_LENGTH);
        var links = new ArrayList<Link>();
        links.add(new Link(bulletin.way().label(), bulletin.way().to(), null));
        if (bulletin.end() != null) {
            links.add(new Link("Unsubscribe", bulletin.end(), null));
        }
        var mail = new EmailMessage(session, bulletin.id(), envelope.fromDomain());
        mail.setFrom(new InternetAddress(envelope.from()));
        mail.setRecipient(RecipientType.TO, new InternetAddress(envelope.to()));
        mail.setSubject(title, "UTF-8");
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (bulletin.end() != null) {
            mail.setHeader("List-Unsubscribe", "<" + bulletin.end().toASCIIString() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mail.setContent(new MimeMultipart(
                "alternative",
                part(EmailText.of(title, bulletin.text(), links, "Status page"), "plain"),
                part(EmailHtml.of(title, bulletin.text(), links, "Status page"), "html")));
        mail.saveChanges();
        return mail;
    }

    static EmailMessage of(Session session, Envelope envelope, Letter letter, Instant now) throws MessagingException {
        var mail = new EmailMessage(session, letter.id(), envelope.fromDomain());
        mail.setFrom(new InternetAddress(envelope.from()));
        mail.setRecipient(RecipientType.TO, new InternetAddress(envelope.to()));
        mail.setSubject(OneLine.of(letter.subject(), TITLE_LENGTH), "UTF-8");
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        var body = new MimeBodyPart();
        body.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        var whole = new MimeMultipart("mixed", body);
        for (var file : letter.files()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
            part.setFileName(file.name());
            whole.addBodyPart(part);
        }
        mail.setContent(whole);
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
