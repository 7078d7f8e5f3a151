package org.larum.notifiers.email;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Destination.Encryption;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.Mailbox;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.OneLine;
import org.larum.notifiers.channel.Probe;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a person by e-mail. A mail counts as sent only when the server said 250 after the last dot. */
public final class EmailChannel implements Channel, Probe<MailServer> {

    private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);
    private static final int SUBMISSIONS = 465;
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final Time time;
    private final Timeouts timeouts;
    private final ReplyAddresses replies;
    private final Templates templates;

    /**
     * {@code step}: for connecting, for each read and each write; {@code whole}: for the conversation, however lively.
     */
    public record Timeouts(Duration step, Duration whole) {}

    public EmailChannel(Time time) {
        this(time, ReplyAddresses.NONE, Templates.NONE);
    }

    public EmailChannel(Time time, ReplyAddresses replies, Templates templates) {
        this(time, TIMEOUTS, replies, templates);
    }

    public EmailChannel(Time time, Timeouts timeouts) {
        this(time, timeouts, ReplyAddresses.NONE, Templates.NONE);
    }

    private EmailChannel(Time time, Timeouts timeouts, ReplyAddresses replies, Templates templates) {
        this.time = time;
        this.timeouts = timeouts;
        this.replies = replies;
        this.templates = templates;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public SendOutcome send(Message message) {
        if (!(message.to() instanceof Mailbox mailbox)) {
            return new GiveUp("This is not an e-mail address.");
        }
        var to = Envelope.address(mailbox.address());
        var from = Envelope.address(mailbox.server().from());
        if (to.isEmpty()) {
            return new GiveUp("The person's e-mail address is not one that mail can be sent to.");
        }
        if (from.isEmpty()) {
            return new GiveUp("The sender address of the mail server's configuration is not a bare e-mail address.");
        }
        var envelope = new Envelope(from.get(), to.get());
        var reply =
                message.content() instanceof Content ? replies.of(message.id()).orElse(null) : null;
        var body = EmailBody.of(message, reply != null).in(templates, message);
        return send(
                mailbox.server(),
                envelope,
                session -> EmailMessage.of(session, envelope, message, body, reply, time.now()));
    }

    /** A mail that is no notification, such as an invitation. The same outcomes, and no more tries than this one. */
    public SendOutcome sendPlain(MailServer server, String address, String subject, String text) {
        var to = Envelope.address(address);
        var from = Envelope.address(server.from());
        if (to.isEmpty() || from.isEmpty()) {
            return new GiveUp("The address or the sender address is not one that mail can be sent to.");
        }
        var envelope = new Envelope(from.get(), to.get());
        return send(server, envelope, session -> {
            var mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress(envelope.from()));
            mail.setRecipient(RecipientType.TO, new InternetAddress(envelope.to()));
            mail.setSubject(OneLine.of(subject, 200), "UTF-8");
            mail.setText(text, "UTF-8");
            mail.setSentDate(Date.from(time.now()));
            mail.saveChanges();
            return mail;
        });
    }

    /** Whether mail can be sent to it at all. */
    public static boolean isAddress(String text) {
        return Envelope.address(text).isPresent();
    }

    /** News for somebody outside. The same outcomes, and no more tries than this one. */
    public SendOutcome sendBulletin(MailServer server, String address, Bulletin bulletin) {
        var to = Envelope.address(address);
        var from = Envelope.address(server.from());
        if (to.isEmpty() || from.isEmpty()) {
            return new GiveUp("The address or the sender address is not one that mail can be sent to.");
        }
        var envelope = new Envelope(from.get(), to.get());
        return send(server, envelope, session -> EmailMessage.of(session, envelope, bulletin, time.now()));
    }

    /** A letter with files. The same outcomes, and no more tries than this one. */
    public SendOutcome sendLetter(MailServer server, String address, Letter letter) {
        var to = Envelope.address(address);
        var from = Envelope.address(server.from());
        if (to.isEmpty() || from.isEmpty()) {
            return new GiveUp("The address or the sender address is not one that mail can be sent to.");
        }
        var envelope = new Envelope(from.get(), to.get());
        return send(server, envelope, session -> EmailMessage.of(session, envelope, letter, time.now()));
    }

    /** Greets, logs in, and asks whether mail from the sender's address would be taken. */
    @Override
    public SendOutcome probe(MailServer server) {
        var from = Envelope.address(server.from());
        if (from.isEmpty()) {
            return new GiveUp("The sender address of the mail server's configuration is not a bare e-mail address.");
        }
        return talk(server, new Envelope(from.get(), from.get()), (session, conversation, verdict) -> {
            conversation.offer(from.get());
            return verdict.answered(conversation);
        });
    }

    private interface Writing {
        MimeMessage in(Session session) throws MessagingException;
    }

    private SendOutcome send(MailServer server, Envelope envelope, Writing writing) {
        return talk(server, envelope, (session, conversation, verdict) -> {
            var mail = writing.in(session);
            conversation.sendMessage(mail, mail.getAllRecipients());
            return verdict.sent(conversation);
        });
    }

    /** What is said once the server has taken greeting and password. */
    private interface Talk {
        SendOutcome with(Session session, SmtpConversation conversation, SmtpVerdict verdict) throws MessagingException;
    }

    private SendOutcome talk(MailServer server, Envelope envelope, Talk talk) {
        var verdict = new SmtpVerdict(server, envelope);
        try (var sockets = new CuttableSockets(timeouts.whole())) {
            Session session = Session.getInstance(properties(server, sockets));
            var conversation = new SmtpConversation(session, sockets);
            try {
                conversation.connect(server.host(), server.port(), server.user(), password(server));
                return talk.with(session, conversation, verdict);
            } catch (MessagingException e) {
                return sockets.isCut() ? verdict.cut(conversation, timeouts.whole()) : verdict.failed(conversation, e);
            } catch (RuntimeException e) {
                // the edge of the channel: whatever the library stumbled over
                return verdict.stumbled(conversation, e);
            } finally {
                quit(conversation);
            }
        }
    }

    /** What is said at parting changes nothing: the server has answered for the mail before. */
    private static void quit(SmtpConversation conversation) {
        try {
            conversation.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server closed before QUIT", e);
        }
    }

    private static @Nullable String password(MailServer server) {
        return server.user() == null || server.password() == null
                ? null
                : server.password().value();
    }

    private Properties properties(MailServer server, CuttableSockets sockets) {
        String step = Long.toString(timeouts.step().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", step);
        properties.put("mail.smtp.timeout", step);
        properties.put("mail.smtp.writetimeout", step);
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(isTlsFromTheStart(server)));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(mayStartTls(server)));
        properties.put("mail.smtp.starttls.required", Boolean.toString(mustStartTls(server)));
        return properties;
    }

    /** Port 465 speaks TLS from the first byte (RFC 8314): waiting there for a greeting in the clear only times out. */
    private static boolean isTlsFromTheStart(MailServer server) {
        return server.encryption() == Encryption.TLS
                || (server.encryption() == Encryption.AUTO && server.port() == SUBMISSIONS);
    }

    private static boolean mayStartTls(MailServer server) {
        return !isTlsFromTheStart(server) && server.encryption() != Encryption.NONE;
    }

    /** A password never travels in the clear by accident: somebody on the way could hide the server's offer of TLS. */
    private static boolean mustStartTls(MailServer server) {
        return server.encryption() == Encryption.STARTTLS
                || (mayStartTls(server) && password(server) != null && !isThisMachine(server.host()));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
    }
}
