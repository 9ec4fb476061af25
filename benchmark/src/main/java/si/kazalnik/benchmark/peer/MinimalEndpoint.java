package si.kazalnik.benchmark.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import si.kazalnik.benchmark.process.Worker;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that Spring MVC on Tomcat could do: tells a batch apart into events, writes them to
 * Kafka, answers {@code 202} when the broker has them. No keys, no receipts, no limits. Arguments:
 * the broker, the topic, the port.
 */
@SpringBootConfiguration
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class
})
@RestController
public class MinimalEndpoint {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  MinimalEndpoint(
      @Value("${minimal.broker}") String broker, @Value("${minimal.topic}") String topic) {
    this.topic = topic;
    // The same settings as ingestion's.
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                broker,
                "acks",
                "all",
                "linger.ms",
                2,
                "batch.size",
                131_072,
                "compression.type",
                "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(MinimalEndpoint.class)
        .properties(
            Map.of(
                "minimal.broker",
                arguments[0],
                "minimal.topic",
                arguments[1],
                "server.port",
                arguments[2],
                "server.address",
                "127.0.0.1",
                "spring.main.banner-mode",
                "off"))
        .run();
    Worker.stay();
  }

  @PostMapping("/v1/measurements")
  ResponseEntity<Void> post(@RequestBody byte[] body)
      throws ExecutionException, InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    if (body[0] == '[') {
      sendEach(body, sent);
    } else {
      sent.add(send(body));
    }
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
    return ResponseEntity.accepted().build();
  }

  // Events are cut out as they came.
  private void sendEach(byte[] batch, List<Future<RecordMetadata>> sent) {
    try (JsonParser parser = JSON.createParser(batch)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        parser.skipChildren();
        int to = Math.toIntExact(parser.currentLocation().getByteOffset());
        sent.add(send(Arrays.copyOfRange(batch, from, to)));
      }
    }
  }

  private Future<RecordMetadata> send(byte[] event) {
    return producer.send(new ProducerRecord<>(topic, event));
  }
}
