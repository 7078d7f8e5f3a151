package org.larum.app.status;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.larum.projections.status.StatusPageView;
import org.larum.projections.status.StatusPageView.ShownNotice;
import org.larum.projections.status.StatusPageView.ShownPost;

/** What was said, as an Atom feed (RFC 4287): an entry for each post, so that every reader of feeds tells it as news. */
final class StatusFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int MOST = 100;

    private final String url;

    /** @param url the public address of the server */
    StatusFeed(String url) {
        this.url = url;
    }

    private record Entry(ShownNotice notice, ShownPost post, boolean isOpen) {}

    String of(StatusPageView view) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", url + "/status");
            element(xml, "title", "Status");
            element(
                    xml,
                    "updated",
                    Objects.requireNonNullElse(view.changedAt(), Instant.EPOCH).toString());
            link(xml, "self", "application/atom+xml", url + "/status/feed.atom");
            link(xml, "alternate", "text/html", url + "/status");
            xml.writeStartElement("author");
            element(xml, "name", "Status");
            xml.writeEndElement();
            for (var entry : entries(view)) {
                write(xml, entry);
            }
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the feed could not be written into memory", e);
        }
    }

    private static List<Entry> entries(StatusPageView view) {
        var notices = new LinkedHashMap<Object, ShownNotice>();
        var open = view.open();
        Stream.concat(open.stream(), view.newest().items().stream())
                .forEach(notice -> notices.putIfAbsent(notice.ref(), notice));
        return notices.values().stream()
                .flatMap(notice -> notice.posts().stream().map(post -> new Entry(notice, post, open.contains(notice))))
                .sorted(Comparator.comparing((Entry entry) -> entry.post().at()).reversed())
                .limit(MOST)
                .toList();
    }

    private void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        var notice = entry.notice();
        var post = entry.post();
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + post.ref());
        element(xml, "title", notice.title() + " (" + StatusWords.of(post.state()) + ")");
        element(xml, "updated", post.at().toString());
        element(xml, "published", post.at().toString());
        var page = entry.isOpen() ? "/status#n-" : "/status/history#n-";
        link(xml, "alternate", "text/html", url + page + notice.ref());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(writable(StatusWords.whole(post)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(writable(text));
        xml.writeEndElement();
    }

    /** The doors refuse what XML has no way to write; the log may have older words. */
    private static String writable(String text) {
        return text.codePoints()
                .map(c -> StatusWords.isWritable(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
