package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * XML without document types: no entity can be declared, so none can be expanded or fetched. Elements are known by their local names, because
 * writers disagree on prefixes.
 */
final class Xml {

    private static final DocumentBuilderFactory FACTORY = factory();

    private Xml() {}

    private static DocumentBuilderFactory factory() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            // Far below the JDK's own limit, at which the tree would have overrun the stack already.
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", "500");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Element parse(byte[] bytes) throws IOException, PaperFailure {
        try {
            var builder = FACTORY.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (SAXException broken) {
            var why = String.valueOf(broken.getMessage());
            throw new PaperFailure(why.contains("DOCTYPE") ? PaperFault.FORBIDDEN : PaperFault.DAMAGED, broken);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The elements directly inside, in order. */
    static List<Element> children(@Nullable Element parent) {
        var children = new ArrayList<Element>();
        for (var node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(@Nullable Element parent, String name) {
        return children(parent).stream().filter(child -> is(child, name)).toList();
    }

    /** The first element of that name directly inside; null when there is none. */
    static @Nullable Element child(@Nullable Element parent, String name) {
        return stream(parent, name).findFirst().orElse(null);
    }

    static Stream<Element> stream(@Nullable Element parent, String name) {
        return children(parent).stream().filter(child -> is(child, name));
    }

    static boolean is(Element element, String name) {
        return name.equals(element.getLocalName());
    }

    /** The words of the first element of that name directly inside; null when there is none. */
    static @Nullable String words(@Nullable Element parent, String name) {
        var child = child(parent, name);
        return child == null ? null : child.getTextContent().strip();
    }

    /** An attribute in whatever namespace; null when there is none. */
    static @Nullable String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getNodeValue();
            }
        }
        return null;
    }

    static double number(Element element, String name, double otherwise) {
        var value = attribute(element, name);
        try {
            return value == null ? otherwise : Double.parseDouble(value.strip());
        } catch (NumberFormatException broken) {
            return otherwise;
        }
    }
}
