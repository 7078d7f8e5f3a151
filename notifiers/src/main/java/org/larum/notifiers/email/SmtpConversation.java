package org.larum.notifiers.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One talk with a mail server that remembers how far it came: only then is it known what a lost connection means. */
final class SmtpConversation extends SMTPTransport {

    enum Stage {
        HELLO,
        SENDER,
        RECIPIENT,
        DATA,
        DOT
    }

    private final CuttableSockets sockets;
    private Stage stage = Stage.HELLO;

    SmtpConversation(Session session, CuttableSockets sockets) {
        super(session, null);
        this.sockets = sockets;
    }

    Stage stage() {
        return stage;
    }

    /** An address literal (RFC 5321, 4.1.4) spares a look-up of this machine's own name, which may hang without DNS. */
    @Override
    public synchronized String getLocalHost() {
        InetAddress here = sockets.localAddress();
        String literal = here.getHostAddress().replaceFirst("%.*", "");
        return here instanceof Inet6Address ? "[IPv6:" + literal + "]" : "[" + literal + "]";
    }

    /** Whether it would take a mail from this sender; then the mail is taken back. */
    void offer(String from) throws MessagingException {
        stage = Stage.SENDER;
        issueCommand("MAIL FROM:<" + from + ">", 250);
        issueCommand("RSET", 250);
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.SENDER;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = Stage.DATA;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = Stage.DOT;
        super.finishData();
    }
}
