package org.larum.app.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Time;

/** A mail server on this machine alone, that takes every mail and passes none on: its mails are read on a page. */
final class PostOffice implements AutoCloseable {

    private static final int KEPT = 500;

    private final Time time;
    private final GreenMail server = new GreenMail(new ServerSetup(0, Demo.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
    private final Deque<Mail> mails = new ArrayDeque<>();
    private int last;

    PostOffice(Time time) {
        this.time = time;
        server.getUserManager().setMessageDeliveryHandler(this::deliver);
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** Newest first; only the last 500 are kept. */
    synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    synchronized Optional<Mail> mail(int number) {
        return mails.stream().filter(mail -> mail.number() == number).findFirst();
    }

    private GreenMailUser deliver(MovingMessage message, MailAddress to) throws MessagingException, UserException {
        keep(message, to.getEmail());
        var users = server.getUserManager();
        var user = users.getUserByEmail(to.getEmail());
        return user != null ? user : users.createUser(to.getEmail(), to.getEmail(), Demo.random(16));
    }

    private synchronized void keep(MovingMessage message, String to) throws MessagingException {
        var mime = message.getMessage();
        var from = mime.getFrom();
        mails.addFirst(new Mail(
                ++last,
                time.now(),
                from == null || from.length == 0 ? "" : from[0].toString(),
                to,
                mime.getSubject() == null ? "" : mime.getSubject(),
                Optional.ofNullable(part(mime, "text/plain")).orElse(""),
                part(mime, "text/html")));
        if (mails.size() > KEPT) {
            mails.removeLast();
        }
    }

    /** The first part of this type, at any depth. */
    private static @Nullable String part(Part part, String type) throws MessagingException {
        try {
            if (part.isMimeType(type)) {
                return String.valueOf(part.getContent());
            }
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    var found = part(parts.getBodyPart(i), type);
                    if (found != null) {
                        return found;
                    }
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
