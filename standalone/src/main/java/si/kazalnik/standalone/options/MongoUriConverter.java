package si.kazalnik.standalone.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

final class MongoUriConverter implements ITypeConverter<String> {

  @Override
  public String convert(String text) {
    if (text.startsWith("mongodb://") || text.startsWith("mongodb+srv://")) {
      return text;
    }
    throw new TypeConversionException(
        "`" + text + "` is no connection string; write it as mongodb://localhost:27017");
  }
}
