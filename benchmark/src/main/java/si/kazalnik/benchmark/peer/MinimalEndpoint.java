package si.kazalnik.benchmark.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;
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
            Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", 2),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public static void main(String[] arguments) throws IOException {
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
    System.exit(0);
  }

  @PostMapping("/v1/measurements")
  ResponseEntity<Void> post(@RequestBody byte[] body)
      throws ExecutionException, InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    if (body[0] == '[') {
      for (JsonNode event : JSON.readTree(body)) {
        sent.add(send(event.toString().getBytes(StandardCharsets.UTF_8)));
      }
    } else {
      sent.add(send(body));
    }
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
    return ResponseEntity.accepted().build();
  }

  private Future<RecordMetadata> send(byte[] event) {
    return producer.send(new ProducerRecord<>(topic, event));
  }
}
